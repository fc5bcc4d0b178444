package io.cofferdam.posture.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.inventory.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Replaces secrets in an answer by marks, before anything keeps or shows it.
///
/// A mark reads `(not kept: KINDS)`: the kinds of secrets found, with commas between, or
/// `nothing known` where a value that may be secret held none that is recognised. Names of members
/// stay.
public final class Redaction {
  private static final int UNPACKED_AT_MOST = 1 << 20;
  private static final String NOTHING = "nothing known";
  private static final Pattern TAGS = Pattern.compile("(?i)tags|tagset|taglist");
  private static final Set<String> VALUE = Set.of("Value", "value");

  private Redaction() {}

  static String mark(List<String> kinds) {
    return "(not kept: " + (kinds.isEmpty() ? NOTHING : String.join(", ", kinds)) + ")";
  }

  /// Replaces, in place, every value at the paths named, and what looks like a secret in every
  /// other text.
  ///
  /// @param secret paths of members (`Functions.Environment.Variables`) whose values are or may be
  ///     secrets; a step `!a|b` stands for every member but these, `**` for any way down
  /// @param kept paths of members that only say how to go on, and are left as they are
  public static void apply(JsonNode answer, List<String> secret, Set<String> kept) {
    secret.forEach(path -> drop(answer, path.split("\\.", -1), 0));
    var before = new HashMap<String, JsonNode>();
    kept.forEach(path -> before.put(path, Facts.at(answer, path)));
    clean(answer, false);
    before.forEach((path, value) -> restore(answer, path, value));
  }

  /// A text for people, such as the words of an error, with marks in place of what looks like a
  /// secret.
  public static String words(String text) {
    return SecretKinds.without(text);
  }

  private static void restore(JsonNode answer, String path, JsonNode value) {
    var dot = path.lastIndexOf('.');
    if (value.isTextual()
        && (dot < 0 ? answer : Facts.at(answer, path.substring(0, dot)))
            instanceof ObjectNode holder) {
      holder.set(path.substring(dot + 1), value);
    }
  }

  private static void drop(JsonNode node, String[] path, int at) {
    if (node.isArray()) {
      node.forEach(each -> drop(each, path, at));
    } else if (path[at].equals("**")) {
      drop(node, path, at + 1);
      node.forEach(each -> drop(each, path, at));
    } else if (path[at].startsWith("!")) {
      var kept = List.of(path[at].substring(1).split("\\|", -1));
      node.properties().stream()
          .filter(each -> !kept.contains(each.getKey()))
          .forEach(each -> each.setValue(marked(each.getKey(), each.getValue())));
    } else if (node instanceof ObjectNode object && object.has(path[at])) {
      if (at + 1 < path.length) {
        drop(object.get(path[at]), path, at + 1);
      } else {
        object.set(path[at], marked(named(object, path[at]), object.get(path[at])));
      }
    }
  }

  /// The name that a value goes under; in a list of names and values it is the member beside it.
  private static String named(ObjectNode object, String member) {
    return object.path("name").asText(object.path("Name").asText(member));
  }

  /// A value with marks for all that is text or number in it.
  private static JsonNode marked(String name, JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        object.properties().forEach(each -> each.setValue(marked(each.getKey(), each.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          array.set(i, marked(name, array.get(i)));
        }
        yield array;
      }
      case JsonNode none when none.isNull() || none.asText().isEmpty() -> none;
      default -> TextNode.valueOf(mark(SecretKinds.named(name, unpacked(value.asText()))));
    };
  }

  /// @param tags whether the node is a list or a map of tags
  private static void clean(JsonNode node, boolean tags) {
    switch (node) {
      case ObjectNode object -> {
        var name = object.path("Key").asText(object.path("key").asText(""));
        object
            .properties()
            .forEach(
                each -> {
                  if (each.getValue().isTextual()) {
                    var of = VALUE.contains(each.getKey()) ? name : each.getKey();
                    each.setValue(clean(each.getValue(), tags, of));
                  } else {
                    clean(each.getValue(), TAGS.matcher(each.getKey()).matches());
                  }
                });
      }
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          if (array.get(i).isTextual()) {
            array.set(i, SecretKinds.without(array.get(i).asText()));
          } else {
            clean(array.get(i), tags);
          }
        }
      }
      default -> {}
    }
  }

  private static JsonNode clean(JsonNode text, boolean tag, String name) {
    var before = text.asText();
    var clean = SecretKinds.without(before);
    if (clean.equals(before) && tag && SecretKinds.secretTag(name, before)) {
      return TextNode.valueOf(mark(List.of(SecretKinds.NAMED)));
    }
    return clean.equals(before) ? text : TextNode.valueOf(clean);
  }

  /// What a text says: user data comes as base64, at times of gzip.
  private static String unpacked(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException plain) {
      return text;
    }
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readNBytes(UNPACKED_AT_MOST);
      } catch (IOException cut) {
        return text;
      }
    }
    return text + "\n" + new String(bytes, StandardCharsets.UTF_8);
  }
}
