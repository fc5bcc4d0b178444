package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// Paths over values that may hold marks: `rule.0.id`.
public final class FactPath {
  private FactPath() {}

  /// A value by its path; a mark on the way is the value, and null is none.
  static JsonNode at(JsonNode values, String path) {
    var node = values;
    if (!path.equals(".")) {
      for (var step : path.split("\\.", -1)) {
        if (NotKnown.of(node).isPresent()) {
          return node;
        }
        node =
            node.isArray() && step.matches("\\d{1,4}")
                ? node.path(Integer.parseInt(step))
                : node.path(step);
      }
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /// The same, missing where it is not known.
  public static JsonNode plain(JsonNode values, String path) {
    var value = at(values, path);
    return NotKnown.of(value).isPresent() ? MissingNode.getInstance() : value;
  }
}
