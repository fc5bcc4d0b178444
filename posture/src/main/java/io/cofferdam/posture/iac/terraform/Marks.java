package io.cofferdam.posture.iac.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.iac.NotKnown;

/// Puts together the values of a resource, what of them is unknown, and what is sensitive: three
/// trees of one shape in a plan.
final class Marks {
  static final JsonNode NONE = MissingNode.getInstance();

  private Marks() {}

  /// The values with marks in place of what is unknown or sensitive; a mark where all of them are.
  ///
  /// @param configured the expressions of the configuration, of the same shape
  static JsonNode values(
      JsonNode plain,
      JsonNode unknown,
      JsonNode sensitive,
      JsonNode configured,
      String module,
      JsonNode index,
      References references) {
    var merged =
        merged(
            plain,
            unknown,
            sensitive,
            configured,
            new Scope(module, index, references, configured.isObject()));
    return merged instanceof ObjectNode || NotKnown.of(merged).isPresent()
        ? merged
        : JsonNodeFactory.instance.objectNode();
  }

  /// Two trees of marks as one: what either marks is marked.
  static JsonNode either(JsonNode one, JsonNode other) {
    if (one.asBoolean(false) || other.asBoolean(false)) {
      return BooleanNode.TRUE;
    }
    if (one.isObject() && other.isObject()) {
      return members(one, other);
    }
    if (one.isArray() && other.isArray()) {
      return elements(one, other);
    }
    return one.isContainerNode() ? one : other;
  }

  private static JsonNode members(JsonNode one, JsonNode other) {
    var both = JsonNodeFactory.instance.objectNode();
    other.properties().forEach(each -> both.set(each.getKey(), each.getValue()));
    one.properties()
        .forEach(
            each -> both.set(each.getKey(), either(each.getValue(), other.path(each.getKey()))));
    return both;
  }

  private static JsonNode elements(JsonNode one, JsonNode other) {
    var both = JsonNodeFactory.instance.arrayNode();
    for (var at = 0; at < Math.max(one.size(), other.size()); at++) {
      both.add(either(one.path(at), other.path(at)));
    }
    return both;
  }

  /// Where references of a resource are looked up.
  private record Scope(String module, JsonNode index, References references, boolean configured) {}

  private static JsonNode merged(
      JsonNode plain, JsonNode unknown, JsonNode sensitive, JsonNode configured, Scope scope) {
    if (sensitive.isBoolean() && sensitive.asBoolean()) {
      return NotKnown.because("marked as sensitive in the plan, and not read");
    }
    if (unknown.isBoolean() && unknown.asBoolean()) {
      if (scope.configured() && configured.isMissingNode()) {
        return NotKnown.chosenByAws();
      }
      return scope
          .references()
          .exact(scope.module(), scope.index(), configured)
          .map(NotKnown::refersTo)
          .orElseGet(() -> NotKnown.because(NotKnown.AFTER_APPLY));
    }
    if (plain.isObject() || unknown.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      plain
          .properties()
          .forEach(
              each ->
                  object.set(
                      each.getKey(),
                      merged(
                          each.getValue(),
                          unknown.path(each.getKey()),
                          sensitive.path(each.getKey()),
                          configured.path(each.getKey()),
                          scope)));
      unknown
          .properties()
          .forEach(
              each -> {
                var before = object.get(each.getKey());
                if (before == null || before.isNull()) {
                  var mark =
                      merged(
                          NONE,
                          each.getValue(),
                          sensitive.path(each.getKey()),
                          configured.path(each.getKey()),
                          scope);
                  if (!mark.isMissingNode()) {
                    object.set(each.getKey(), mark);
                  }
                }
              });
      return object;
    }
    if (plain.isArray() || unknown.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      var size = Math.max(plain.size(), unknown.size());
      for (var at = 0; at < size; at++) {
        var each =
            merged(
                plain.path(at), unknown.path(at), sensitive.path(at), configured.path(at), scope);
        array.add(each.isMissingNode() ? JsonNodeFactory.instance.nullNode() : each);
      }
      return array;
    }
    return plain;
  }
}
