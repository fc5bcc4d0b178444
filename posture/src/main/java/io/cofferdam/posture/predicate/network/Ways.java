package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.reach.Hop;
import io.cofferdam.access.network.reach.Packet;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Workload;
import java.util.ArrayList;
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

  /// Why a load balancer may stand before an interface that is not known to: lists that were not
  /// read, and target groups of its VPC whose targets were not.
  static List<String> balancersUnread(NetworkInterface at, Scene scene) {
    var unread = new ArrayList<String>();
    for (var type : List.of("load-balancer", "lb-listener", "target-group")) {
      scene.inventory().gapsOf(type).forEach(gap -> unread.add(gap.gap().words()));
    }
    for (var group : scene.inventory().where("target-group", "VpcId", at.vpc())) {
      group.gapsOf(List.of("health")).forEach(gap -> unread.add(gap.words()));
    }
    return unread.stream().distinct().toList();
  }

  /// Something that belongs to no workload, as far as the workloads are known.
  static Outcome outside(ModelPlaces places, Resource resource) {
    var open = places.openAround(resource);
    return open.isEmpty()
        ? new Outcome.NotApplicable(
            resource.name() + " belongs to no workload with a language model")
        : new Outcome.Undetermined(
            open.stream().map(why -> "whether it belongs to a workload: " + why).toList());
  }
}
