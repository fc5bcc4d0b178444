package io.cofferdam.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/// The vendor's objects as JSON and back, by the members' names in the service's model: the same
/// as `aws --output json` writes. Members that were not in the answer are not in the JSON.
final class SdkJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SdkJson() {}

  static ObjectNode of(SdkPojo pojo) {
    var node = NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      var value = field.getValueOrDefault(pojo);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        node.set(field.memberName(), value(value));
      }
    }
    return node;
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case SdkPojo pojo -> of(pojo);
      case List<?> list -> {
        var array = NODES.arrayNode();
        list.forEach(each -> array.add(each == null ? NODES.nullNode() : value(each)));
        yield array;
      }
      case Map<?, ?> map -> {
        var object = NODES.objectNode();
        map.forEach(
            (key, each) ->
                object.set(String.valueOf(key), each == null ? NODES.nullNode() : value(each)));
        yield object;
      }
      case String text -> NODES.textNode(text);
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Short number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case Float number -> NODES.numberNode(number);
      case BigDecimal number -> NODES.numberNode(number);
      case Instant instant -> NODES.textNode(instant.toString());
      case SdkBytes bytes ->
          NODES.textNode(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
      case Document document -> document(document);
      default -> NODES.textNode(value.toString());
    };
  }

  private static JsonNode document(Document document) {
    var plain = document.unwrap();
    return plain == null ? NODES.nullNode() : value(plain);
  }

  /// A list of structures from JSON, as the plan writes it.
  private static List<Object> structures(SdkField<?> field, String json) {
    var item = field.getTrait(ListTrait.class).memberFieldInfo();
    var list = new ArrayList<>();
    try {
      for (var each : JSON.readTree(json)) {
        var builder = (SdkPojo) item.constructor().get();
        each.properties()
            .forEach(
                member -> {
                  if (!set(builder, member.getKey(), words(member.getValue()))) {
                    throw new CofferdamBug(json + ": no member " + member.getKey());
                  }
                });
        list.add(((Buildable) builder).build());
      }
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug(json + " is no JSON", bad);
    }
    return list;
  }

  private static String words(JsonNode value) {
    var words = new StringJoiner(",");
    value.forEach(each -> words.add(each.asText()));
    return value.isArray() ? words.toString() : value.asText();
  }

  /// Sets a member of a request from text: numbers and flags as they are written, lists with commas
  /// between, lists of structures as JSON.
  ///
  /// @return whether the request has such a member, of a type that text can be turned into
  static boolean set(SdkPojo builder, String member, String text) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (field.memberName().equals(member)) {
        var type = field.marshallingType();
        if (type.equals(MarshallingType.STRING)) {
          field.set(builder, text);
        } else if (type.equals(MarshallingType.INTEGER)) {
          field.set(builder, Integer.valueOf(text));
        } else if (type.equals(MarshallingType.LONG)) {
          field.set(builder, Long.valueOf(text));
        } else if (type.equals(MarshallingType.INSTANT)) {
          field.set(builder, Instant.parse(text));
        } else if (type.equals(MarshallingType.BOOLEAN)) {
          field.set(builder, Boolean.valueOf(text));
        } else if (type.equals(MarshallingType.LIST)) {
          field.set(
              builder,
              text.startsWith("[") ? structures(field, text) : Arrays.asList(text.split(",", -1)));
        } else {
          return false;
        }
        return true;
      }
    }
    return false;
  }
}
