package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Puts together what several planned resources say of one fact.
final class Merging {
  private Merging() {}

  /// Lists are joined, objects member by member; else the later value stands.
  static void into(ObjectNode facts, String fact, JsonNode value) {
    var known = facts.get(fact);
    if (known instanceof ArrayNode list && value.isArray()) {
      value.forEach(list::add);
    } else if (known instanceof ObjectNode object && value instanceof ObjectNode more) {
      more.properties().forEach(each -> into(object, each.getKey(), each.getValue()));
    } else {
      facts.set(fact, value);
    }
  }
}
