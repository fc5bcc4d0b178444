package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Fills the template of a fact with the values of a planned resource.
///
/// A text that begins with `$` is the path of a value (`$rule.0.id`; `$.` is the element itself;
/// `$@name`, `$@id`, `$@region`, `$@account` are the resource's own), followed by words: `computed`
/// (what nobody sets on a new resource is not there), `ref` (the value is an attribute of another
/// resource itself, not a text made of it), `text` (an object becomes its JSON text), `tags` (an
/// object becomes a list of `Key` and `Value`), `bool`, `number`, `nonzero` (0 is none), `list`
/// (one value becomes a list of it), `else=VALUE`. An object with `$each: PATH` is filled once for
/// each element of the list there; one with `$when: PATH` or `$when: PATH=VALUE` only where that
/// is so. What has no value is left out, and an object of which all is left out with it.
final class FactTemplate {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> WORDS =
      Set.of("computed", "ref", "text", "tags", "bool", "number", "list", "nonzero");

  private final boolean created;
  private final Map<String, JsonNode> itself;
  private final Function<NotKnown.Reference, Optional<String>> exports;
  private final Set<String> unknown = new LinkedHashSet<>();

  /// @param created whether the resource is new
  /// @param itself `@name`, `@id`, `@region` and `@account` of the resource
  /// @param exports what an attribute of another planned resource will be
  FactTemplate(
      boolean created,
      Map<String, JsonNode> itself,
      Function<NotKnown.Reference, Optional<String>> exports) {
    this.created = created;
    this.itself = Map.copyOf(itself);
    this.exports = exports;
  }

  static boolean knows(String word) {
    return WORDS.contains(word) || word.startsWith("else=");
  }

  /// Why the fact is not known; empty where it is.
  Set<String> unknown() {
    return unknown;
  }

  /// The fact, missing where it has no value. What is not known is told by [#unknown()].
  JsonNode fill(JsonNode template, JsonNode values) {
    if (template.isObject()) {
      var each = template.path("$each").asText("");
      return each.isEmpty() ? object(template, values) : array(template, looked(each, values));
    }
    if (template.isArray()) {
      var array = NODES.arrayNode();
      for (var one : template) {
        var filled = fill(one, values);
        if (!filled.isMissingNode()) {
          array.add(filled);
        }
      }
      return array;
    }
    return template.isTextual() && template.asText().startsWith("$")
        ? value(template.asText().substring(1), values)
        : template;
  }

  private JsonNode array(JsonNode template, JsonNode list) {
    if (mark(list).isPresent()) {
      return note(mark(list).get());
    }
    var elements = list.isArray() ? list : list.isObject() ? NODES.arrayNode().add(list) : null;
    if (elements == null) {
      return MissingNode.getInstance();
    }
    var array = NODES.arrayNode();
    for (var element : elements) {
      var mark = mark(element);
      if (mark.isPresent()) {
        return note(mark.get());
      }
      var filled = object(template, element);
      if (!filled.isMissingNode()) {
        array.add(filled);
      }
    }
    return array;
  }

  private JsonNode object(JsonNode template, JsonNode values) {
    var when = template.path("$when").asText("");
    if (!when.isEmpty() && !holds(when, values)) {
      return MissingNode.getInstance();
    }
    var filled = NODES.objectNode();
    template
        .properties()
        .forEach(
            each -> {
              if (!each.getKey().startsWith("$")) {
                var value = fill(each.getValue(), values);
                if (!value.isMissingNode()) {
                  filled.set(each.getKey(), value);
                }
              }
            });
    return filled.isEmpty() && !template.isEmpty() ? MissingNode.getInstance() : filled;
  }

  private boolean holds(String when, JsonNode values) {
    var words = when.split(" ", -1);
    var parts = words[0].split("=", 2);
    var value = looked(when.replace(words[0], parts[0]), values);
    var mark = mark(value);
    if (mark.isPresent()) {
      note(mark.get());
      return false;
    }
    return parts.length == 2
        ? value.asText("").equals(parts[1])
        : !value.isMissingNode() && !"false".equals(value.asText(""));
  }

  private JsonNode value(String text, JsonNode values) {
    var parts = text.split(" ", -1);
    var found = itself.containsKey(parts[0]) ? itself.get(parts[0]) : FactPath.at(values, parts[0]);
    var direct = NotKnown.of(found).flatMap(NotKnown::refers).flatMap(exports);
    if (direct.isPresent() && List.of(parts).contains("ref")) {
      found = TextNode.valueOf(direct.get());
    }
    JsonNode value = defaulted(parts, found);
    var mark = NotKnown.in(value);
    if (mark.isPresent()) {
      return note(mark.get());
    }
    for (var at = 1; at < parts.length; at++) {
      value = word(parts[at], value);
    }
    return value;
  }

  /// The value at the path with which a text begins.
  private JsonNode looked(String text, JsonNode values) {
    var parts = text.split(" ", -1);
    return defaulted(parts, FactPath.at(values, parts[0]));
  }

  private JsonNode defaulted(String[] words, JsonNode value) {
    var unset = created && NotKnown.of(value).filter(NotKnown::unset).isPresent();
    return unset && List.of(words).contains("computed") ? MissingNode.getInstance() : value;
  }

  private JsonNode word(String word, JsonNode value) {
    if (value.isMissingNode()) {
      return word.startsWith("else=") ? literal(word.substring(5)) : value;
    }
    return switch (word) {
      case "text" -> value.isContainerNode() ? TextNode.valueOf(value.toString()) : value;
      case "tags" -> tags(value);
      case "bool" ->
          value.isTextual() ? NODES.booleanNode(Boolean.parseBoolean(value.asText())) : value;
      case "number" -> value.isTextual() ? number(value) : value;
      case "nonzero" -> value.asText("").equals("0") ? MissingNode.getInstance() : value;
      case "list" -> value.isArray() ? value : NODES.arrayNode().add(value);
      default -> value;
    };
  }

  private static JsonNode literal(String text) {
    return switch (text) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      default ->
          text.matches("-?\\d{1,9}")
              ? NODES.numberNode(Integer.parseInt(text))
              : TextNode.valueOf(text);
    };
  }

  private static JsonNode number(JsonNode text) {
    return text.asText().matches("-?\\d{1,18}")
        ? NODES.numberNode(Long.parseLong(text.asText()))
        : text;
  }

  private static JsonNode tags(JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      return value;
    }
    var tags = NODES.arrayNode();
    object
        .properties()
        .forEach(each -> tags.addObject().put("Key", each.getKey()).set("Value", each.getValue()));
    return tags;
  }

  private JsonNode note(NotKnown mark) {
    unknown.add(mark.why());
    return MissingNode.getInstance();
  }

  private static Optional<NotKnown> mark(JsonNode node) {
    return NotKnown.of(node);
  }
}
