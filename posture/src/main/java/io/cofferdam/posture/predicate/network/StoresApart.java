package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.reach.Protocol;
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
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// An interface of a workload cannot connect to a database that holds confidential data. A database
/// whose class nobody told leaves it open.
final class StoresApart implements Predicate {
  private final KnownPorts known = KnownPorts.shipped();

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var network = SceneNetwork.of(scene);
    var places = ModelPlaces.of(scene);
    var from = network.at(resource);
    if (from.isEmpty() || places.at(from.get().id()).isEmpty()) {
      return Ways.outside(places, resource);
    }
    var verdict = new Verdict();
    for (var one : scene.derived(Stores.class, this::stores).all()) {
      var store = one.at();
      if (!places.at(store.id()).isEmpty()) {
        continue;
      }
      var database = one.database();
      var sensitivity = database.flatMap(scene::sensitivity);
      if (sensitivity.isPresent() && sensitivity.get().compareTo(Sensitivity.CONFIDENTIAL) < 0) {
        continue;
      }
      var name = database.map(Resource::name).orElse(one.kind().says() + " at " + store.id());
      switch (network.reach().between(from.get(), store, Protocol.TCP, one.kind().ports())) {
        case Reachable open when sensitivity.isPresent() ->
            verdict.wrong(
                "it reaches " + name + " (" + sensitivity.get().word() + ")",
                Ways.words(open.witness(), open.hops()));
        case Reachable open ->
            verdict.open("data map: the class of " + name + ", which it can reach, is not told");
        case Unknown unknown -> unknown.why().forEach(verdict::open);
        case OneWay half -> verdict.fine("no answer comes back from " + name);
        case Blocked shut -> verdict.fine(name + ": " + String.join("; ", shut.why()));
      }
    }
    scene.inventory().gapsOf("network-interface").forEach(g -> verdict.open(g.gap().words()));
    return verdict.outcome();
  }

  /// An interface of a store.
  private record Store(NetworkInterface at, KnownPorts.Store kind, Optional<Resource> database) {}

  private record Stores(List<Store> all) {}

  private Stores stores(Scene scene) {
    var stores = new ArrayList<Store>();
    for (var each : SceneNetwork.of(scene).network().all(NetworkInterface.class)) {
      known
          .store(each.description())
          .ifPresent(kind -> stores.add(new Store(each, kind, database(each, scene))));
    }
    return new Stores(stores);
  }

  /// The database whose interface it is: the one with the same groups in the same VPC, where that
  /// is one alone.
  private static Optional<Resource> database(NetworkInterface store, Scene scene) {
    var alike =
        scene.inventory().where("rds-instance", "DBSubnetGroup.VpcId", store.vpc()).stream()
            .filter(
                each -> {
                  var groups = new HashSet<String>();
                  Facts.items(each.facts(), "VpcSecurityGroups.VpcSecurityGroupId")
                      .forEach(g -> groups.add(g.asText()));
                  return groups.equals(store.groups());
                })
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }
}
