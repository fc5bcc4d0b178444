package io.cofferdam.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActState;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What the network policies of a namespace let through to a pod and from it: everything where none
/// selects it for that direction, and else what any of those that do allows.
final class PodTraffic {
  private PodTraffic() {}

  /// Whether anything passes.
  ///
  /// @param direction `ingress` or `egress`
  static boolean passes(ActState state, String direction) {
    var labels = IsolatePod.labels(state);
    var selected = false;
    for (var policy : state.at("/policies")) {
      if (Selectors.selects(policy.path("podSelector"), labels) && speaksOf(policy, direction)) {
        selected = true;
        if (!policy.path(direction).isEmpty()) {
          return true;
        }
      }
    }
    var own = state.at("/own");
    if (!own.isMissingNode()
        && Selectors.selects(own.path("podSelector"), labels)
        && speaksOf(own, direction)) {
      return !own.path(direction).isEmpty();
    }
    return !selected;
  }

  /// Without types a policy speaks of what comes in, and of what goes out where it has rules for
  /// it.
  private static boolean speaksOf(JsonNode policy, String direction) {
    if (!policy.has("policyTypes")) {
      return direction.equals("ingress") || policy.has("egress");
    }
    for (var type : policy.path("policyTypes")) {
      if (type.asText().toLowerCase(Locale.ROOT).equals(direction)) {
        return true;
      }
    }
    return false;
  }

  /// Policies that let something through, for whichever pods: one that is new might open.
  static Set<String> allowing(ActState state) {
    var allowing = new TreeSet<String>();
    for (var policy : state.at("/policies").properties()) {
      for (var direction : Set.of("ingress", "egress")) {
        if (!policy.getValue().path(direction).isEmpty()) {
          allowing.add(direction + " by policy " + words(policy.getKey(), policy.getValue()));
        }
      }
    }
    return allowing;
  }

  /// All policies, as they are for every other pod.
  static Set<String> policies(ActState state) {
    var policies = new TreeSet<String>();
    state
        .at("/policies")
        .properties()
        .forEach(each -> policies.add(words(each.getKey(), each.getValue())));
    return policies;
  }

  private static String words(String name, JsonNode policy) {
    ObjectNode others = policy.isObject() ? policy.deepCopy() : Api.object();
    others.set("podSelector", Selectors.without(policy.path("podSelector")));
    return name + " " + others;
  }
}
