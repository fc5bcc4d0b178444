package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.reach.Hop;
import io.cofferdam.access.network.reach.ReachAnswer.Blocked;
import io.cofferdam.access.network.reach.ReachAnswer.OneWay;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// What a workload sends to the internet passes a network firewall with stateful rules that logs
/// its alerts. A workload with no way out needs none.
final class FirewallOnPath implements Predicate {
  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var network = SceneNetwork.of(scene);
    var places = ModelPlaces.of(scene);
    var at = network.at(resource);
    if (at.isEmpty() || places.at(at.get().id()).isEmpty()) {
      return Ways.outside(places, resource);
    }
    return switch (network.toInternet(at.get())) {
      case Reachable open ->
          new Outcome.Violated(
              "its way to the internet passes no firewall",
              List.of(Ways.words(open.witness(), open.hops())));
      case Blocked shut -> new Outcome.Met(shut.why());
      case OneWay half -> new Outcome.Met(half.why());
      case Unknown unknown -> passing(unknown, network, scene);
    };
  }

  private static Outcome passing(Unknown unknown, SceneNetwork network, Scene scene) {
    var endpoint =
        unknown.hops().stream()
            .filter(hop -> hop.kind() == Hop.Kind.FIREWALL)
            .findFirst()
            .flatMap(hop -> network.network().find(Endpoint.class, hop.id()));
    if (endpoint.isEmpty() || endpoint.get().firewall().isEmpty()) {
      return new Outcome.Undetermined(unknown.why());
    }
    var firewall = scene.inventory().find("network-firewall", endpoint.get().firewall());
    if (firewall.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("network-firewall:DescribeFirewall: " + endpoint.get().firewall()));
    }
    var verdict = new Verdict();
    if (!verdict.lacks(firewall.get(), "policy", "logging")) {
      var policy = firewall.get().fact("policy");
      if (policy.path("StatefulRuleGroupReferences").isEmpty()) {
        verdict.wrong(firewall.get().name() + " has no stateful rules", firewall.get().id());
      }
      var alerts =
          Facts.items(firewall.get().facts(), "logging.LogDestinationConfigs.LogType").stream()
              .anyMatch(each -> each.asText().equals("ALERT"));
      if (!alerts) {
        verdict.wrong(firewall.get().name() + " does not log alerts", firewall.get().id());
      }
    }
    // that a rule is not judged here does not matter: the question is what the way passes
    unknown.why().stream()
        .filter(why -> !why.contains(endpoint.get().firewall()))
        .forEach(verdict::open);
    return verdict.fine(Ways.words(unknown.hops())).outcome();
  }
}
