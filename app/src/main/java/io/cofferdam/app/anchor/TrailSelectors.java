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
    if (answer.isObject()) {
      var logged = JsonNodeFactory.instance.objectNode();
      answer
          .properties()
          .forEach(each -> logged.set(small(each.getKey()), asLogged(each.getValue())));
      return logged;
    }
    if (answer.isArray()) {
      var logged = JsonNodeFactory.instance.arrayNode();
      answer.forEach(each -> logged.add(asLogged(each)));
      return logged;
    }
    return answer;
  }

  private static String small(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
