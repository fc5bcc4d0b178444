package io.cofferdam.app.scan.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How one answer is made from another, and the text of documents within answers.
final class Patch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Patch() {}

  /// Members of objects are merged, `null` takes a member away, arrays are replaced; a member
  /// `name+` adds its elements to the array `name`.
  static JsonNode merged(JsonNode base, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch.deepCopy();
    }
    var result = base instanceof ObjectNode known ? known.deepCopy() : JSON.createObjectNode();
    for (var each : changes.properties()) {
      var name = each.getKey();
      if (each.getValue().isNull()) {
        result.remove(name);
      } else if (name.endsWith("+")) {
        var bare = name.substring(0, name.length() - 1);
        var array = result.withArray(bare);
        each.getValue().forEach(item -> array.add(item.deepCopy()));
      } else {
        result.set(name, merged(result.path(name), each.getValue()));
      }
    }
    return result;
  }

  /// Sets the value at a path (`/Rules/0/State`), or adds it to an array (`/Rules/-`); `null` takes
  /// it away.
  static void set(JsonNode root, String path, JsonNode value) {
    var cut = path.lastIndexOf('/');
    var name = path.substring(cut + 1).replace("~1", "/");
    switch (root.at(path.substring(0, cut))) {
      case ObjectNode object when value.isNull() -> object.remove(name);
      case ObjectNode object -> object.set(name, value.deepCopy());
      case ArrayNode array when name.equals("-") -> array.add(value.deepCopy());
      case ArrayNode array when value.isNull() -> array.remove(Integer.parseInt(name));
      case ArrayNode array -> array.set(Integer.parseInt(name), value.deepCopy());
      default -> throw new IllegalArgumentException("nothing at " + path + " of " + root);
    }
  }

  /// Puts values for words that begin with `$`.
  static JsonNode filled(JsonNode node, Map<String, JsonNode> words) {
    return switch (node) {
      case TextNode text -> text(text, words);
      case ArrayNode array -> {
        var result = JSON.createArrayNode();
        array.forEach(each -> result.add(filled(each, words)));
        yield result;
      }
      case ObjectNode object -> {
        var result = JSON.createObjectNode();
        object
            .properties()
            .forEach(
                each ->
                    result.set(
                        text(TextNode.valueOf(each.getKey()), words).asText(),
                        filled(each.getValue(), words)));
        yield result;
      }
      default -> node;
    };
  }

  private static JsonNode text(TextNode node, Map<String, JsonNode> words) {
    var text = node.asText();
    for (var word : words.entrySet()) {
      if (text.equals("$" + word.getKey())) {
        return word.getValue();
      }
      text = text.replace("$" + word.getKey(), word.getValue().asText());
    }
    return TextNode.valueOf(text);
  }

  /// Documents as services give them: a member `name~` becomes the member `name` with its value as
  /// text, `name%` the same percent-encoded, as IAM does.
  static JsonNode documents(JsonNode node) {
    return switch (node) {
      case ArrayNode array -> {
        var result = JSON.createArrayNode();
        array.forEach(each -> result.add(documents(each)));
        yield result;
      }
      case ObjectNode object -> {
        var result = JSON.createObjectNode();
        for (var each : object.properties()) {
          var name = each.getKey();
          var bare = name.substring(0, Math.max(name.length() - 1, 0));
          var value = documents(each.getValue());
          if (name.endsWith("~")) {
            result.put(bare, value.toString());
          } else if (name.endsWith("%")) {
            result.put(bare, encoded(value.toString()));
          } else {
            result.set(name, value);
          }
        }
        yield result;
      }
      default -> node;
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
