package io.cofferdam.aws.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Target;
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

  /// `arn:aws:kms:eu-central-1:111122223333:key/...`
  static String arn(String service, Target target, String resource) {
    return "arn:aws:" + service + ":" + target.region() + ":" + target.account() + ":" + resource;
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

  /// A policy with one statement more.
  ///
  /// @param before the document, or empty where there is none
  static String withStatement(Optional<String> before, ObjectNode statement) {
    var document =
        before
            .map(Calls::tree)
            .map(ObjectNode.class::cast)
            .orElseGet(() -> object().put("Version", "2012-10-17"));
    var statements = object().arrayNode();
    if (document.path("Statement") instanceof ArrayNode several) {
      statements.addAll(several);
    } else if (document.path("Statement").isObject()) {
      statements.add(document.path("Statement"));
    }
    statements.add(statement);
    document.set("Statement", statements);
    return policy(text(document.toString())).textValue();
  }

  /// Whether a policy has a statement of this name.
  static boolean hasStatement(Optional<String> policy, String sid) {
    return policy
        .map(Calls::tree)
        .map(document -> document.findValuesAsText("Sid").contains(sid))
        .orElse(false);
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
