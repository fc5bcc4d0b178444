package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The rules that go by an IP set, in all web ACLs and rule groups of its scope.
/// https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
final class WebRules {
  private WebRules() {}

  /// For each such rule: `of` (ARN), `rule`, `blocks` (whether it blocks the set and does nothing
  /// else), `earlier` (rules of the same ACL that let in before it is reached).
  static ArrayNode uses(Target target, String scope, String set, Looking looking) {
    var uses = object().arrayNode();
    read(target, scope, "WebACL", "WebACLs", set, uses, looking);
    read(target, scope, "RuleGroup", "RuleGroups", set, uses, looking);
    return uses;
  }

  private static void read(
      Target target,
      String scope,
      String kind,
      String list,
      String set,
      ArrayNode uses,
      Looking looking) {
    var marker = "";
    do {
      var asked = object().put("Scope", scope);
      if (!marker.isEmpty()) {
        asked.put("NextMarker", marker);
      }
      var page = looking.body(Calls.call("wafv2", "List" + list, target.region(), "*", asked));
      for (var each : page.path(list)) {
        var arn = each.path("ARN").asText();
        var one =
            object()
                .put("Name", each.path("Name").asText())
                .put("Scope", scope)
                .put("Id", each.path("Id").asText());
        var rules =
            looking
                .body(Calls.call("wafv2", "Get" + kind, target.region(), arn, one))
                .path(kind)
                .path("Rules");
        rules.forEach(rule -> note(arn, rule, rules, set, uses));
      }
      marker = page.path("NextMarker").asText("");
    } while (!marker.isEmpty());
  }

  private static void note(String arn, JsonNode rule, JsonNode rules, String set, ArrayNode uses) {
    if (!rule.toString().contains('"' + set + '"')) {
      return;
    }
    var statement = rule.path("Statement");
    var blocks =
        rule.path("Action").has("Block")
            && statement.size() == 1
            && statement.at("/IPSetReferenceStatement/ARN").asText("").equals(set);
    var use =
        uses.addObject()
            .put("of", arn)
            .put("rule", rule.path("Name").asText())
            .put("blocks", blocks);
    var earlier = use.putArray("earlier");
    for (var other : rules) {
      if (other.path("Action").has("Allow")
          && other.path("Priority").asInt() < rule.path("Priority").asInt()) {
        earlier.add(other.path("Name").asText());
      }
    }
  }

  /// Rules that block the set: `ARN of the ACL`, `rule NAME`.
  static List<String> blocking(ActState state) {
    return words(state, true);
  }

  /// Rules that go by the set in any other way.
  static List<String> others(ActState state) {
    return words(state, false);
  }

  private static List<String> words(ActState state, boolean blocks) {
    List<String> words = new ArrayList<>();
    for (var use : state.at("/uses")) {
      if (use.path("blocks").asBoolean() == blocks) {
        words.add(use.path("of").asText() + " rule " + use.path("rule").asText());
      }
    }
    return words;
  }

  /// Rules of an ACL that let requests in before the set is reached, as limits of an act.
  static List<String> before(ActState state, String acl) {
    var names = new TreeSet<String>();
    for (var use : state.at("/uses")) {
      if (use.path("of").asText().equals(acl)) {
        use.path("earlier").forEach(each -> names.add(each.asText()));
      }
    }
    return names.isEmpty()
        ? List.of()
        : List.of(
            "what rule " + String.join(", ", names) + " allows comes in before it is blocked");
  }
}
