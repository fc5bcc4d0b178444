package io.cofferdam.app.anchor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;

/// Event selectors as CloudTrail's own records write them, from an answer of GetEventSelectors:
/// the API writes `EventSelectors`, a record of PutEventSelectors `eventSelectors` (AWS CloudTrail
/// API Reference; record seen in event history).
public final class TrailSelectors {
  private TrailSelectors() {}

  /// The same with every name in lower case at its start.
  public static JsonNode asLogged(JsonNode answer) {
    return renamed(answer, false);
  }

  /// What a record of a call holds, as the API answers it.
  public static JsonNode asAnswered(JsonNode logged) {
    return renamed(logged, true);
  }

  private static JsonNode renamed(JsonNode node, boolean upper) {
    if (node.isObject()) {
      var renamed = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              each -> renamed.set(name(each.getKey(), upper), renamed(each.getValue(), upper)));
      return renamed;
    }
    if (node.isArray()) {
      var renamed = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> renamed.add(renamed(each, upper)));
      return renamed;
    }
    return node;
  }

  private static String name(String name, boolean upper) {
    if (name.isEmpty()) {
      return name;
    }
    var first = name.substring(0, 1);
    return (upper ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT))
        + name.substring(1);
  }
}
