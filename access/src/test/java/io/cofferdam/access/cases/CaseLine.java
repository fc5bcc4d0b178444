package io.cofferdam.access.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/// Makes the question of a case out of what its group gives and what the case changes.
final class CaseLine {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> LISTS_OF_POLICIES =
      Set.of("identityPolicies", "permissionBoundaries", "sessionPolicies", "endpointPolicies");
  private static final Set<String> LEVELS = Set.of("scps", "rcps");

  private CaseLine() {}

  /// Objects merge, `null` removes, everything else replaces.
  static ObjectNode merge(ObjectNode given, ObjectNode changes) {
    ObjectNode merged = given.deepCopy();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      JsonNode before = merged.get(change.getKey());
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else if (before instanceof ObjectNode left && change.getValue() instanceof ObjectNode to) {
        merged.set(change.getKey(), merge(left, to));
      } else {
        merged.set(change.getKey(), change.getValue().deepCopy());
      }
    }
    return merged;
  }

  /// The question with every shorthand of a policy written out.
  static ObjectNode spelledOut(ObjectNode question) {
    ObjectNode out = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : question.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (name.equals("resourcePolicy")) {
        out.set(name, policy(value));
      } else if (LISTS_OF_POLICIES.contains(name)) {
        out.set(name, policies(value));
      } else if (LEVELS.contains(name)) {
        ArrayNode levels = out.putArray(name);
        value.forEach(level -> levels.add(policies(level)));
      } else if (name.equals("accessPoint") && value.has("policy")) {
        ObjectNode point = value.deepCopy();
        point.set("policy", policy(value.get("policy")));
        out.set(name, point);
      } else {
        out.set(name, value);
      }
    }
    return out;
  }

  private static ArrayNode policies(JsonNode list) {
    ArrayNode policies = NODES.arrayNode();
    list.forEach(one -> policies.add(policy(one)));
    return policies;
  }

  /// A list of statements, or one statement, becomes a policy.
  private static JsonNode policy(JsonNode written) {
    return written.isArray() || written.has("Effect")
        ? NODES.objectNode().put("Version", "2012-10-17").set("Statement", written)
        : written;
  }
}
