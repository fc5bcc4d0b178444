package io.cofferdam.posture.predicate.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.scene.TrustZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether the statements of an endpoint policy prove by their form that only callers of the zone
/// get through, and only to resources of the zone. Each side is proved when every statement that
/// allows demands it, or one statement that denies everything else does.
///
/// Source: "Establishing a data perimeter on AWS", the keys of AWS's global condition context.
final class PerimeterForm {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> CALLER = Set.of("aws:principalorgid", "aws:principalaccount");
  private static final Set<String> TARGET =
      Set.of("aws:resourceorgid", "aws:resourceaccount", "s3:resourceaccount");

  private PerimeterForm() {}

  static boolean holds(String policy, TrustZone zone) {
    JsonNode root;
    try {
      root = JSON.readTree(policy);
    } catch (JsonProcessingException bad) {
      return false;
    }
    var statements = list(root.path("Statement"));
    return side(statements, CALLER, zone) && side(statements, TARGET, zone);
  }

  private static boolean side(List<JsonNode> statements, Set<String> keys, TrustZone zone) {
    var allowing =
        statements.stream()
            .filter(each -> !each.path("Effect").asText("").equals("Deny"))
            .allMatch(each -> demands(each.path("Condition"), "stringequals", keys, zone, false));
    var denying =
        statements.stream()
            .filter(each -> each.path("Effect").asText("").equals("Deny"))
            .filter(PerimeterForm::everything)
            .anyMatch(each -> demands(each.path("Condition"), "stringnotequals", keys, zone, true));
    return allowing || denying;
  }

  /// Whether a condition names one of the keys with values of the zone only.
  ///
  /// @param alone whether it must be the only comparison: a second one would narrow what is denied
  private static boolean demands(
      JsonNode condition, String operator, Set<String> keys, TrustZone zone, boolean alone) {
    var comparisons = 0;
    var found = false;
    for (var each : condition.properties()) {
      for (var key : each.getValue().properties()) {
        comparisons++;
        found |=
            each.getKey().toLowerCase(Locale.ROOT).equals(operator)
                && keys.contains(key.getKey().toLowerCase(Locale.ROOT))
                && own(list(key.getValue()), zone);
      }
    }
    return found && (!alone || comparisons == 1);
  }

  private static boolean own(List<JsonNode> values, TrustZone zone) {
    return !values.isEmpty()
        && values.stream()
            .map(JsonNode::asText)
            .allMatch(each -> zone.holds(each) || zone.holdsOrganisation(each));
  }

  private static boolean everything(JsonNode statement) {
    return star(statement.path("Action"))
        && star(statement.path("Resource"))
        && (star(statement.path("Principal")) || star(statement.path("Principal").path("AWS")));
  }

  private static boolean star(JsonNode node) {
    return list(node).stream().anyMatch(each -> each.asText("").equals("*"));
  }

  private static List<JsonNode> list(JsonNode node) {
    var all = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else if (!node.isMissingNode()) {
      all.add(node);
    }
    return all;
  }
}
