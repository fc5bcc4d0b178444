package io.cofferdam.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Which pods a selector means.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
final class Selectors {
  private static final String KEY = "isolate.cofferdam.io/";

  private Selectors() {}

  /// The label that one pod alone has.
  static String key(String uid) {
    return KEY + uid;
  }

  /// Whether a selector means a pod with these labels: all that it asks for must hold, and one that
  /// asks for nothing means every pod.
  static boolean selects(JsonNode selector, JsonNode labels) {
    for (var wanted : selector.path("matchLabels").properties()) {
      if (!labels.path(wanted.getKey()).equals(wanted.getValue())) {
        return false;
      }
    }
    for (var expression : selector.path("matchExpressions")) {
      if (!holds(expression, labels.path(expression.path("key").asText()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(JsonNode expression, JsonNode label) {
    var listed = false;
    for (var value : expression.path("values")) {
      listed |= value.equals(label);
    }
    return switch (expression.path("operator").asText()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> !label.isMissingNode();
      case "DoesNotExist" -> label.isMissingNode();
      // An operator that is not known might mean the pod.
      default -> true;
    };
  }

  /// The selector, which passes over one pod besides.
  static ObjectNode except(JsonNode selector, String uid) {
    ObjectNode except = selector.isObject() ? selector.deepCopy() : Api.object();
    except
        .withArray("/matchExpressions")
        .addObject()
        .put("key", key(uid))
        .put("operator", "DoesNotExist");
    return except;
  }

  /// The selector without what acts added to it.
  static ObjectNode without(JsonNode selector) {
    ObjectNode without = selector.isObject() ? selector.deepCopy() : Api.object();
    var others = Api.object().arrayNode();
    for (var expression : selector.path("matchExpressions")) {
      if (!expression.path("key").asText().startsWith(KEY)) {
        others.add(expression);
      }
    }
    return others.isEmpty()
        ? without.without("matchExpressions")
        : without.set("matchExpressions", others);
  }
}
