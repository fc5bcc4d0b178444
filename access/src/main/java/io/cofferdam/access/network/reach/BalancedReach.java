package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.LoadBalancer;
import io.cofferdam.access.network.fact.LoadBalancer.Listener;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.TargetGroup;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.Filters.Remote;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Whether the internet reaches an interface through load balancers. Thread-safe.
///
/// Source: Elastic Load Balancing guides (target groups, client IP preservation).
public final class BalancedReach {
  private final Reach reach;
  private final Map<String, List<Front>> fronts = new HashMap<>();
  private final Map<String, List<NetworkInterface>> interfaces = new HashMap<>();

  public BalancedReach(Reach reach) {
    this.reach = reach;
    var network = reach.network();
    for (var balancer : network.all(LoadBalancer.class)) {
      for (var listener : balancer.listeners()) {
        for (var id : listener.targetGroups()) {
          network.find(TargetGroup.class, id).ifPresent(g -> index(balancer, listener, g));
        }
      }
    }
    for (var each : network.all(NetworkInterface.class)) {
      if (each.description().startsWith("ELB ")) {
        interfaces
            .computeIfAbsent(each.description().substring(4), d -> new ArrayList<>())
            .add(each);
      }
    }
  }

  private void index(LoadBalancer balancer, Listener listener, TargetGroup group) {
    for (var target : group.targets()) {
      var key = Address.of(target.id()).map(at -> group.vpc() + " " + at).orElse(target.id());
      fronts
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(new Front(balancer, listener, group, target.port()));
    }
  }

  /// A listener that forwards to a target.
  ///
  /// @param port the target's port
  public record Front(LoadBalancer balancer, Listener listener, TargetGroup group, int port) {}

  /// A way through a listener.
  public record Way(Front front, ReachAnswer answer) {}

  /// The interfaces in which a load balancer stands; none where they are not described.
  ///
  /// @param balancer its ARN
  public List<NetworkInterface> standing(String balancer) {
    return reach
        .network()
        .find(LoadBalancer.class, balancer)
        .map(each -> interfaces.getOrDefault(each.path(), List.of()))
        .orElse(List.of());
  }

  /// The listeners that forward to an interface.
  public List<Front> before(NetworkInterface to) {
    var all = new ArrayList<Front>();
    if (!to.attachedTo().isEmpty()) {
      all.addAll(fronts.getOrDefault(to.attachedTo(), List.of()));
    }
    Reach.privately(to)
        .forEach(at -> all.addAll(fronts.getOrDefault(to.vpc() + " " + at, List.of())));
    return all;
  }

  /// The listeners that forward to an interface, and those before them: a network load balancer may
  /// forward to an application load balancer.
  public List<Front> allBefore(NetworkInterface to) {
    var all = new ArrayList<>(before(to));
    var seen = new HashSet<String>();
    for (var i = 0; i < all.size(); i++) {
      var balancer = all.get(i).balancer().id();
      if (seen.add(balancer)) {
        all.addAll(before(balancer));
      }
    }
    return all;
  }

  /// The listeners that forward to a load balancer.
  ///
  /// @param balancer its ARN
  public List<Front> before(String balancer) {
    return fronts.getOrDefault(balancer, List.of());
  }

  /// The ways from these addresses of the internet to ports of an interface, one for each listener
  /// that forwards to one of them; those that are shut are among them.
  public List<Way> fromInternet(
      NetworkInterface to, AddressSet sources, Protocol protocol, PortSet ports) {
    return before(to).stream()
        .filter(front -> ports.contains(front.port()) && speaks(front.listener(), protocol))
        .map(front -> new Way(front, through(front, to, sources, protocol)))
        .toList();
  }

  private static boolean speaks(Listener listener, Protocol protocol) {
    return protocol == Protocol.UDP
        ? listener.protocol().contains("UDP")
        : !listener.protocol().equals("UDP");
  }

  private ReachAnswer through(
      Front front, NetworkInterface to, AddressSet sources, Protocol protocol) {
    var balancer = front.balancer();
    var standing = interfaces.getOrDefault(balancer.path(), List.of());
    var hop = new Hop(Hop.Kind.LOAD_BALANCER, balancer.path());
    if (standing.isEmpty()) {
      return new Unknown(
          List.of(hop, Reach.hop(to)),
          sources,
          PortSet.of(front.port()),
          List.of(
              "the interfaces of "
                  + balancer.path()
                  + " are not described (ec2:DescribeNetworkInterfaces)"));
    }
    var stopped = new ArrayList<String>();
    ReachAnswer unknown = null;
    for (var at : standing) {
      var others = reach.standingIn(at, PortSet.of(front.listener().port()));
      if (!others.isEmpty()) {
        unknown =
            new Unknown(List.of(hop, Reach.hop(to)), sources, PortSet.of(front.port()), others);
        continue;
      }
      var first = reach.fromInternet(at, sources, protocol, PortSet.of(front.listener().port()));
      var second =
          switch (first) {
            case Reachable(var w, var h, var far, var p, var may, var open) ->
                joined(first, front, at, to, far, protocol);
            case Unknown(var h, var may, var p, var why) ->
                joined(first, front, at, to, may, protocol);
            case ReachAnswer.OneWay(var w, var h, var why) -> new ReachAnswer.Blocked(why);
            case ReachAnswer.Blocked blocked -> blocked;
          };
      if (second instanceof Reachable) {
        return second;
      }
      if (second instanceof Unknown) {
        unknown = second;
      }
      if (second instanceof ReachAnswer.Blocked(var why)) {
        stopped.addAll(why);
      }
    }
    return unknown != null
        ? unknown
        : new ReachAnswer.Blocked(stopped.stream().distinct().toList());
  }

  private ReachAnswer joined(
      ReachAnswer first,
      Front front,
      NetworkInterface at,
      NetworkInterface to,
      AddressSet clients,
      Protocol protocol) {
    var second =
        front.group().keepsSource()
            ? keeping(at, to, clients, protocol, front.port())
            : reach.routed(at, to, protocol, PortSet.of(front.port()));
    return switch (second) {
      case ReachAnswer.Blocked blocked -> blocked;
      case ReachAnswer.OneWay(var w, var h, var why) -> new ReachAnswer.Blocked(why);
      case Unknown(var hops, var may, var ports, var why) ->
          new Unknown(all(first, hops), clients, ports, why);
      case Reachable(var w, var hops, var far, var ports, var may, var open) ->
          switch (first) {
            case Reachable(var witness, var h, var sure, var p, var mayFar, var why) ->
                new Reachable(
                    witness,
                    all(first, hops),
                    front.group().keepsSource() ? sure.and(far) : sure,
                    ports,
                    mayFar,
                    why);
            case Unknown(var h, var mayFar, var p, var why) ->
                new Unknown(all(first, hops), mayFar, ports, why);
            case ReachAnswer.Blocked blocked -> blocked;
            case ReachAnswer.OneWay(var witness, var h, var why) -> new ReachAnswer.Blocked(why);
          };
    };
  }

  private static List<Hop> all(ReachAnswer first, List<Hop> second) {
    var hops =
        new ArrayList<>(
            switch (first) {
              case Reachable(var w, var h, var far, var p, var may, var open) -> h;
              case Unknown(var h, var may, var p, var why) -> h;
              case ReachAnswer.Blocked b -> List.<Hop>of();
              case ReachAnswer.OneWay(var w, var h, var why) -> h;
            });
    second.stream().filter(hop -> !hops.contains(hop)).forEach(hops::add);
    return hops;
  }

  /// From a balancer that lets its targets see the clients' addresses; answers go back to it
  /// without regard to routes.
  private ReachAnswer keeping(
      NetworkInterface at, NetworkInterface to, AddressSet clients, Protocol protocol, int port) {
    var findings = new Findings(protocol, End.NEAR);
    for (var near : Reach.privately(to)) {
      var start =
          Leg.of(
              Flows.of(clients.and(Reach.family(near)), PortSet.ALL, PortSet.of(port)),
              near,
              End.NEAR,
              Reach.hop(at));
      var walk = reach.walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), near));
      var apart = !at.subnet().equals(to.subnet());
      var in = apart ? walk.entering(start, to.subnet()) : start;
      var there = reach.received(in, to, protocol, new Remote.Public(), findings);
      if (!there.dead()) {
        var back = there.turned(Reach.hop(to));
        if (apart) {
          back = walk.leavingSubnet(back, to.subnet());
        }
        walk.arrive(back);
        findings.way(there, walk.arrived(), walk.stopped(), near);
      }
      findings.stop(walk.stopped());
    }
    return findings.answer();
  }
}
