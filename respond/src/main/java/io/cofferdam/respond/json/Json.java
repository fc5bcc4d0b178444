package io.cofferdam.respond.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/// Looks into the JSON that logs carry, which may be broken, doubly encoded, or a single value
/// where a list is meant.
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /// The text as a tree; a missing node when it is empty or no JSON.
  public static JsonNode parse(String text) {
    if (text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /// The node itself, or what its text holds where it is JSON written into a string.
  public static JsonNode decoded(JsonNode node) {
    return node.isTextual() ? parse(node.asText()) : node;
  }

  /// The field's value as text; empty when there is none.
  public static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /// The elements of a list, or the single value given in its place; none when missing or null.
  public static List<JsonNode> items(JsonNode node) {
    var items = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else if (!node.isMissingNode() && !node.isNull()) {
      items.add(node);
    }
    return items;
  }

  /// The first of the named fields that is there and not null.
  public static JsonNode any(JsonNode node, String... fields) {
    for (var field : fields) {
      var value = node.path(field);
      if (!value.isMissingNode() && !value.isNull()) {
        return value;
      }
    }
    return MissingNode.getInstance();
  }
}
