package io.cofferdam.posture.predicate.network;

import io.cofferdam.access.network.fact.EndpointService;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.BalancedReach;
import io.cofferdam.access.network.reach.Protocol;
import io.cofferdam.access.network.reach.ReachAnswer;
import io.cofferdam.access.network.reach.ReachAnswer.Blocked;
import io.cofferdam.access.network.reach.ReachAnswer.OneWay;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.regex.Pattern;

/// Nobody outside the trust zone connects to a workload or store across a peering connection, a
/// transit gateway or PrivateLink.
final class NoForeignNetwork implements Predicate {
  private static final Pattern ACCOUNT = Pattern.compile("(?:^|:)([0-9]{12})(?:$|:)");
  private static final PortSet ANY_PORT = PortSet.range(1, 65_535);
  private final KnownPorts known = KnownPorts.shipped();

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var network = SceneNetwork.of(scene);
    var places = ModelPlaces.of(scene);
    var at = network.at(resource);
    if (at.isEmpty()
        || (places.at(at.get().id()).isEmpty() && known.store(at.get().description()).isEmpty())) {
      return Ways.outside(places, resource);
    }
    var verdict = new Verdict();
    var zone = scene.zone();
    for (var peering : network.network().peeringsOf(at.get().vpc())) {
      var across = peering.across(at.get().vpc());
      if (peering.active() && across.isPresent() && !zone.holds(across.get().account())) {
        judge(
            "account " + across.get().account() + " reaches it by " + peering.id(),
            network.reach().fromPeering(peering, at.get(), Protocol.TCP, ANY_PORT),
            verdict);
      }
    }
    transit(at.get(), network, scene, verdict);
    privateLink(at.get(), network, scene, verdict);
    network.reach().services(at.get()).forEach(verdict::open);
    scene.inventory().gapsOf("vpc-peering-connection").forEach(g -> verdict.open(g.gap().words()));
    scene
        .inventory()
        .gapsOf("transit-gateway-attachment")
        .forEach(g -> verdict.open(g.gap().words()));
    Ways.balancersUnread(at.get(), scene).forEach(verdict::open);
    scene.inventory().gapsOf("vpc-endpoint-service").forEach(g -> verdict.open(g.gap().words()));
    return verdict.outcome();
  }

  private static void transit(
      NetworkInterface at, SceneNetwork network, Scene scene, Verdict verdict) {
    for (var ours : network.network().attachmentsAt(at.vpc())) {
      var foreign =
          network.network().attachmentsOf(ours.transitGateway()).stream()
              .filter(each -> !scene.zone().holds(each.owner()) || !each.kind().equals("vpc"))
              .findFirst();
      if (foreign.isPresent()) {
        judge(
            foreign.get().owner()
                + " ("
                + foreign.get().kind()
                + ") reaches it by "
                + ours.transitGateway(),
            network.reach().fromTransit(ours.transitGateway(), at, Protocol.TCP, ANY_PORT),
            verdict);
      }
    }
  }

  /// Whoever may connect to an endpoint service gets to every target of the balancers behind it.
  private static void privateLink(
      NetworkInterface at, SceneNetwork network, Scene scene, Verdict verdict) {
    var fronts = network.fronts(at);
    if (fronts.isEmpty()) {
      return;
    }
    for (var service : network.network().all(EndpointService.class)) {
      var front =
          fronts.stream()
              .filter(each -> service.balancers().contains(each.balancer().id()))
              .findFirst();
      if (front.isEmpty()) {
        continue;
      }
      service.unread().forEach(verdict::open);
      var connected =
          service.connected().stream().filter(each -> foreign(each, scene)).sorted().toList();
      if (!connected.isEmpty()) {
        verdict.wrong(
            "account " + connected.getFirst() + " is connected to it by " + service.id(),
            way(service, front.get()));
        continue;
      }
      var foreign =
          service.allowed().stream().filter(each -> foreign(each, scene)).sorted().toList();
      if (!foreign.isEmpty()) {
        verdict.wrong(
            foreign.getFirst()
                + " may connect to it by "
                + service.id()
                + (service.byHand() ? ", once accepted" : ""),
            way(service, front.get()));
      }
    }
  }

  private static String way(EndpointService service, BalancedReach.Front front) {
    return service.id() + " by " + front.balancer().path() + " to port " + front.port();
  }

  private static boolean foreign(String principal, Scene scene) {
    var account = ACCOUNT.matcher(principal);
    return !account.find() || !scene.zone().holds(account.group(1));
  }

  private static void judge(String fault, ReachAnswer answer, Verdict verdict) {
    switch (answer) {
      case Reachable open ->
          verdict.wrong(
              fault + " on port " + open.ports(), Ways.words(open.witness(), open.hops()));
      case Unknown unknown -> unknown.why().forEach(verdict::open);
      case OneWay half -> verdict.fine("no answer comes back: " + String.join("; ", half.why()));
      case Blocked shut -> shut.why().stream().limit(3).forEach(verdict::fine);
    }
  }
}
