package io.cofferdam.aws.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import java.util.Optional;

/// Calls and values, written short.
final class Calls {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Calls() {}

  /// A call whose permission is named like it.
  static ActCall call(
      String service, String operation, String region, String resource, ObjectNode parameters) {
    return new ActCall(
        service,
        operation,
        region,
        parameters,
        new Permission(service + ":" + operation, resource));
  }

  /// A call whose permission is named otherwise.
  static ActCall call(
      String service,
      String operation,
      String region,
      ObjectNode parameters,
      String permission,
      String resource) {
    return new ActCall(
        service, operation, region, parameters, new Permission(permission, resource));
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  static JsonNode nothing() {
    return MissingNode.getInstance();
  }

  /// A member of the state where the answer has one.
  static void keep(ObjectNode state, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      state.set(name, value);
    }
  }

  /// A policy as one text, whatever its spaces and the order of its members.
  static JsonNode policy(JsonNode text) {
    if (!text.isTextual()) {
      return MissingNode.getInstance();
    }
    try {
      return TextNode.valueOf(
          JSON.writeValueAsString(JSON.readValue(text.textValue(), Object.class)));
    } catch (JsonProcessingException notJson) {
      return text;
    }
  }

  static Optional<String> given(JsonNode text) {
    return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException bad) {
      throw new CofferdamBug("JSON of our own", bad);
    }
  }
}
