package io.cofferdam.respond.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Step;
import java.util.Optional;

/// Puts in what a plan left to the state: texts `$state:/pointer`.
final class StateWords {
  private static final String MARK = "$state:";

  private StateWords() {}

  /// The node with what the state has; empty where it lacks something.
  static Optional<JsonNode> filled(JsonNode node, ActState state) {
    return switch (node) {
      case ObjectNode object -> {
        var copy = object.objectNode();
        for (var member : object.properties()) {
          var value = filled(member.getValue(), state);
          if (value.isEmpty()) {
            yield Optional.empty();
          }
          copy.set(member.getKey(), value.get());
        }
        yield Optional.of(copy);
      }
      case ArrayNode array -> {
        var copy = array.arrayNode();
        for (var item : array) {
          var value = filled(item, state);
          if (value.isEmpty()) {
            yield Optional.empty();
          }
          copy.add(value.get());
        }
        yield Optional.of(copy);
      }
      case TextNode text when text.textValue().startsWith(MARK) ->
          Optional.of(state.at(text.textValue().substring(MARK.length())))
              .filter(value -> !value.isMissingNode());
      default -> Optional.of(node);
    };
  }

  /// Whether the state says that a step was made.
  static boolean holds(Step step, ActState state) {
    return step.makes().stream().allMatch(made -> holds(made, state));
  }

  static boolean holds(Made made, ActState state) {
    var now = state.at(made.pointer());
    if (any(made.value())) {
      return true;
    }
    if (made.value().isMissingNode()) {
      return now.isMissingNode();
    }
    if (made.value().isTextual() && made.value().textValue().equals(Made.NEW)) {
      return !now.isMissingNode();
    }
    return filled(made.value(), state).map(now::equals).orElse(false);
  }

  /// Whether nobody goes by what stands there.
  static boolean any(JsonNode value) {
    return value.isTextual() && value.textValue().equals(Made.ANY);
  }

  /// The state as it will be: of identifiers that the cloud will give, their mark.
  static ActState after(ActState before, Step step) {
    var state = before;
    for (var made : step.makes()) {
      state = state.with(made.pointer(), filled(made.value(), state).orElse(made.value()));
    }
    return state;
  }
}
