package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.reach.Hop;
import io.cofferdam.access.network.reach.Packet;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.workload.Workload;
import java.util.List;
import java.util.stream.Collectors;

/// Words for ways and places.
final class Ways {
  private Ways() {}

  /// `tcp 198.51.100.7:50000 to 203.0.113.9:8000, by internet, internet gateway igw-1, ...`.
  static String words(Packet packet, List<Hop> hops) {
    return packet.words() + ", by " + words(hops);
  }

  static String words(List<Hop> hops) {
    return hops.stream().map(Hop::words).collect(Collectors.joining(", "));
  }

  static String names(List<Workload> workloads) {
    return workloads.stream()
        .map(each -> each.resource().name())
        .distinct()
        .sorted()
        .limit(5)
        .collect(Collectors.joining(", "));
  }

  /// Something that belongs to no workload, as far as the workloads are known.
  static Outcome outside(ModelPlaces places, String what) {
    return places.open().isEmpty()
        ? new Outcome.NotApplicable(what + " belongs to no workload with a language model")
        : new Outcome.Undetermined(
            places.open().stream().map(why -> "whether it belongs to a workload: " + why).toList());
  }
}
