package io.cofferdam.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/// Fills the vendor's requests from JSON, by the members' names in the service's model, to any
/// depth. What does not fit is told: a change is never sent with a part left out.
final class SdkFill {
  private SdkFill() {}

  /// Fills a builder.
  ///
  /// @return the place that does not fit, or empty
  static Optional<String> fill(SdkPojo builder, JsonNode members) {
    for (var member : members.properties()) {
      var field =
          builder.sdkFields().stream()
              .filter(each -> each.memberName().equals(member.getKey()))
              .findFirst();
      if (field.isEmpty()) {
        return Optional.of(member.getKey() + " is no member");
      }
      try {
        field.get().set(builder, value(field.get(), member.getValue()));
      } catch (IllegalArgumentException bad) {
        return Optional.of(member.getKey() + ": " + bad.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Object value(SdkField<?> field, JsonNode node) {
    var type = field.marshallingType();
    if (type.equals(MarshallingType.STRING)) {
      return scalar(node).asText();
    } else if (type.equals(MarshallingType.INTEGER)) {
      return scalar(node).asInt();
    } else if (type.equals(MarshallingType.LONG)) {
      return scalar(node).asLong();
    } else if (type.equals(MarshallingType.BOOLEAN)) {
      return scalar(node).asBoolean();
    } else if (type.equals(MarshallingType.DOUBLE)) {
      return scalar(node).asDouble();
    } else if (type.equals(MarshallingType.FLOAT)) {
      return (float) scalar(node).asDouble();
    } else if (type.equals(MarshallingType.INSTANT)) {
      return Instant.parse(scalar(node).asText());
    } else if (type.equals(MarshallingType.SDK_BYTES)) {
      return SdkBytes.fromString(scalar(node).asText(), StandardCharsets.UTF_8);
    } else if (type.equals(MarshallingType.LIST)) {
      return list(field, node);
    } else if (type.equals(MarshallingType.MAP)) {
      return map(field, node);
    } else if (type.equals(MarshallingType.SDK_POJO)) {
      return structure(field, node);
    }
    throw new IllegalArgumentException("a type that is not filled: " + type);
  }

  private static JsonNode scalar(JsonNode node) {
    if (!node.isValueNode()) {
      throw new IllegalArgumentException("one value was expected");
    }
    return node;
  }

  private static Object list(SdkField<?> field, JsonNode node) {
    if (!node.isArray()) {
      throw new IllegalArgumentException("a list was expected");
    }
    var item = field.getTrait(ListTrait.class).memberFieldInfo();
    var list = new ArrayList<>();
    node.forEach(each -> list.add(value(item, each)));
    return list;
  }

  private static Object map(SdkField<?> field, JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("names with values were expected");
    }
    var item = field.getTrait(MapTrait.class).valueFieldInfo();
    var map = new LinkedHashMap<String, Object>();
    node.properties().forEach(each -> map.put(each.getKey(), value(item, each.getValue())));
    return map;
  }

  private static Object structure(SdkField<?> field, JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("members were expected");
    }
    var builder = field.constructor().get();
    fill(builder, node)
        .ifPresent(
            bad -> {
              throw new IllegalArgumentException(bad);
            });
    return ((Buildable) builder).build();
  }
}
