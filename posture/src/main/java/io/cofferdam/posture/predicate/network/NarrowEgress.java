package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.Breadth;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// A security group of a workload lets it begin connections to addresses that somebody named, to
/// groups or to prefix lists; not to anybody. Several rules that are anybody only together count.
final class NarrowEgress implements Predicate {
  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var places = ModelPlaces.of(scene);
    var group =
        SceneNetwork.of(scene)
            .network()
            .find(SecurityGroup.class, resource.fact("GroupId").asText(""));
    var workloads = places.behind(resource.fact("GroupId").asText(""));
    if (workloads.isEmpty() || group.isEmpty()) {
      return Ways.outside(places, resource);
    }
    var out = AddressSet.NONE;
    var wide = new ArrayList<String>();
    for (var rule : group.get().egress()) {
      if (rule.peer() instanceof Peer.Block(var addresses)) {
        out = out.or(addresses);
        if (Breadth.anybody(addresses)) {
          wide.add("egress to " + addresses + ", ports " + rule.ports());
        }
      }
    }
    if (Breadth.anybody(out)) {
      return new Outcome.Violated(
          "it filters " + Ways.names(workloads),
          wide.isEmpty() ? List.of("egress to " + out) : wide);
    }
    return new Outcome.Met(
        List.of(
            out.isEmpty() ? "no egress to a block of addresses" : "egress to " + out + " only"));
  }
}
