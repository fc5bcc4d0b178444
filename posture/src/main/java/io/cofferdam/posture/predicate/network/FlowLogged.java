package io.cofferdam.posture.predicate.network;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// All traffic of an interface of a workload or store is written to a flow log that delivers and
/// sums up for a minute at most. The log may be of the interface, its subnet or its VPC.
final class FlowLogged implements Predicate {
  private final KnownPorts known = KnownPorts.shipped();

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var places = ModelPlaces.of(scene);
    var at = SceneNetwork.of(scene).at(resource);
    if (at.isEmpty()
        || (places.at(at.get().id()).isEmpty() && known.store(at.get().description()).isEmpty())) {
      return Ways.outside(places, resource);
    }
    var about = Set.of(at.get().id(), at.get().subnet(), at.get().vpc());
    var lacking = new ArrayList<String>();
    var logs =
        about.stream()
            .flatMap(each -> scene.inventory().where("flow-log", "ResourceId", each).stream())
            .sorted(Comparator.comparing(Resource::id))
            .toList();
    for (var log : logs) {
      var faults = faults(log);
      if (faults.isEmpty()) {
        return new Outcome.Met(
            List.of(log.name() + " of " + log.fact("ResourceId").asText("") + " delivers"));
      }
      lacking.add(log.name() + " " + String.join(" and ", faults));
    }
    var gaps = scene.inventory().gapsOf("flow-log");
    if (!gaps.isEmpty()) {
      return new Outcome.Undetermined(gaps.stream().map(gap -> gap.gap().words()).toList());
    }
    return lacking.isEmpty()
        ? new Outcome.Violated(
            "there is none for it, its subnet or its VPC",
            List.of(String.join(", ", about.stream().sorted().toList())))
        : new Outcome.Violated(String.join("; ", lacking), lacking);
  }

  private static List<String> faults(Resource log) {
    var faults = new ArrayList<String>();
    if (!log.fact("TrafficType").asText("").equals("ALL")) {
      faults.add(
          "writes only "
              + log.fact("TrafficType").asText("").toLowerCase(java.util.Locale.ROOT)
              + "ed traffic");
    }
    if (log.fact("MaxAggregationInterval").asInt(600) > 60) {
      faults.add("sums up over " + log.fact("MaxAggregationInterval").asInt(600) + " s");
    }
    if (!log.fact("FlowLogStatus").asText("ACTIVE").equals("ACTIVE")) {
      faults.add("is not active");
    }
    if (log.fact("DeliverLogsStatus").asText("").equals("FAILED")) {
      faults.add("cannot deliver: " + log.fact("DeliverLogsErrorMessage").asText("no reason told"));
    }
    return faults;
  }
}
