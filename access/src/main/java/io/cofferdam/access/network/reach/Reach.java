package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.InternetBlock;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.Filters.Remote;
import io.cofferdam.access.network.reach.Filters.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers who can connect to whom in a network. Clients may send from any port. Thread-safe.
///
/// Cost of a question: the routes and rules on its ways; rule sets and tables are worked out once
/// for all questions.
///
/// Source: VPC user guide (route tables, security groups, network ACLs, NAT gateways), transit
/// gateway guide.
public final class Reach {
  private final Network network;
  private final Filters filters;
  private final Routing routing;
  private final ManagedFronts fronts;

  public Reach(Network network) {
    this.network = network;
    this.filters = new Filters(network);
    this.routing = new Routing(network);
    this.fronts = new ManagedFronts(network, this);
  }

  public Network network() {
    return network;
  }

  /// Whether these addresses of the internet can connect to an interface itself; see
  /// [BalancedReach] for load balancers before it. Where Global Accelerator or CloudFront may lead
  /// there, it is not known.
  public ReachAnswer fromInternet(
      NetworkInterface to, AddressSet sources, Protocol protocol, PortSet ports) {
    var findings = new Findings(protocol, End.NEAR);
    fronts.internet(to, sources, protocol, ports, findings);
    var gateways = network.gatewaysOf(to.vpc()).stream().filter(g -> !g.egressOnly()).toList();
    var gap = network.missing(InternetGateway.class, to.vpc());
    if (gateways.isEmpty()) {
      gap.ifPresentOrElse(
          why -> findings.open(List.of(hop(to)), sources, ports, why),
          () -> findings.stop(to.vpc() + " has no internet gateway"));
    }
    if (network.blocked(to.vpc(), to.subnet(), true)) {
      findings.stop("the block of public access of the region shuts " + to.vpc());
      return findings.answer();
    }
    var shut = network.missing(InternetBlock.class, to.vpc());
    var addresses = new ArrayList<>(to.addresses());
    to.v6().forEach(v6 -> addresses.add(publicly(v6)));
    for (var address : addresses) {
      if (address.publicly().isEmpty()) {
        findings.stop(address.address() + " of " + to.id() + " has no public address");
        continue;
      }
      for (var gateway : gateways) {
        in(to, address, gateway.id(), sources, ports, protocol, shut, findings);
      }
    }
    return findings.answer();
  }

  private static NetworkInterface.Private publicly(Address v6) {
    return new NetworkInterface.Private(v6, Optional.of(v6));
  }

  private void in(
      NetworkInterface to,
      NetworkInterface.Private address,
      String gateway,
      AddressSet sources,
      PortSet ports,
      Protocol protocol,
      Optional<String> shut,
      Findings findings) {
    var near = address.address();
    var open =
        Leg.of(
                Flows.of(sources.and(family(near)), PortSet.ALL, ports),
                near,
                End.NEAR,
                new Hop(Hop.Kind.INTERNET, ""))
            .through(new Hop(Hop.Kind.INTERNET_GATEWAY, gateway));
    var start = shut.map(open::unsure).orElse(open);
    var walk = walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), near));
    walk.fromGateway(start, gateway, to.vpc());
    findings.stop(walk.stopped());
    for (var arrived : walk.arrived()) {
      var there = received(arrived, to, protocol, new Remote.Public(), findings);
      if (!there.dead()) {
        var back = walk(protocol, new Goal.Leave(gateway));
        back.from(there.turned(hop(to)), to.subnet());
        findings.way(there, back.arrived(), back.stopped(), address.publicly().orElse(near));
      }
    }
  }

  /// Whether an interface can connect to these addresses of the internet.
  public ReachAnswer toInternet(
      NetworkInterface from, AddressSet destinations, Protocol protocol, PortSet ports) {
    var findings = new Findings(protocol, End.FAR);
    for (var near : privately(from)) {
      var start =
          Leg.of(
              Flows.of(destinations.and(family(near)), ports, PortSet.ALL),
              near,
              End.FAR,
              hop(from));
      var out = begun(start, from, protocol, new Remote.Public(), End.FAR, findings);
      var walk = walk(protocol, new Goal.Leave(""));
      if (!out.dead()) {
        walk.from(out, from.subnet());
      }
      findings.stop(walk.stopped());
      for (var left : walk.arrived()) {
        var back = new NatReturn(this, protocol, from, near).back(left);
        findings.way(left, back.arrived(), back.stopped(), near);
      }
    }
    return findings.answer();
  }

  /// Why others may connect to an interface through VPC Lattice, past routes; empty where none may.
  public List<String> services(NetworkInterface to) {
    return fronts.services(to);
  }

  /// Why somebody on the internet may connect to ports of an interface in another's place.
  List<String> standingIn(NetworkInterface to, PortSet ports) {
    return fronts.standingIn(to, ports);
  }

  /// Whether an interface can connect to another. Where VPC Lattice may lead there, it is not
  // known.
  public ReachAnswer between(
      NetworkInterface from, NetworkInterface to, Protocol protocol, PortSet ports) {
    var findings = new Findings(protocol, End.NEAR);
    var addresses = AddressSet.NONE;
    for (var each : privately(from)) {
      addresses = addresses.or(AddressSet.of(each));
    }
    for (var why : services(to)) {
      findings.open(List.of(hop(from), hop(to)), addresses, ports, why);
    }
    return routed(from, to, protocol, ports, findings);
  }

  /// The same by their private addresses and routes alone.
  ReachAnswer routed(NetworkInterface from, NetworkInterface to, Protocol protocol, PortSet ports) {
    return routed(from, to, protocol, ports, new Findings(protocol, End.NEAR));
  }

  private ReachAnswer routed(
      NetworkInterface from,
      NetworkInterface to,
      Protocol protocol,
      PortSet ports,
      Findings findings) {
    for (var far : privately(from)) {
      for (var near : privately(to)) {
        if (far.isV4() == near.isV4() && !from.id().equals(to.id())) {
          between(from, far, to, near, protocol, ports, findings);
        }
      }
    }
    return findings.answer();
  }

  private void between(
      NetworkInterface from,
      Address far,
      NetworkInterface to,
      Address near,
      Protocol protocol,
      PortSet ports,
      Findings findings) {
    var start = Leg.of(Flows.of(AddressSet.of(far), PortSet.ALL, ports), near, End.NEAR, hop(from));
    var out = begun(start, from, protocol, new Remote.Known(to), End.NEAR, findings);
    var walk = walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), near));
    if (!out.dead()) {
      walk.from(out, from.subnet());
    }
    findings.stop(walk.stopped());
    for (var arrived : walk.arrived()) {
      var there = received(arrived, to, protocol, new Remote.Known(from), findings);
      if (there.dead()) {
        continue;
      }
      var back = walk(protocol, new Goal.Arrive(from.vpc(), from.subnet(), far));
      back.from(there.turned(hop(to)), to.subnet());
      findings.way(there, back.arrived(), back.stopped(), near);
    }
  }

  /// Whether whoever is at the other end of a peering connection can connect to an interface. What
  /// the other account does to its own side is taken to be everything.
  public ReachAnswer fromPeering(
      Peering peering, NetworkInterface to, Protocol protocol, PortSet ports) {
    var findings = new Findings(protocol, End.NEAR);
    var across = peering.across(to.vpc());
    if (across.isEmpty() || !peering.active()) {
      findings.stop(peering.id() + " does not connect " + to.vpc());
      return findings.answer();
    }
    var remote = new Remote.Others(across.get().account());
    var told = across.get().addresses();
    var others = told.isEmpty() ? AddressSet.V4.or(AddressSet.V6) : told;
    for (var near : privately(to)) {
      var start =
          Leg.of(
                  Flows.of(others.and(family(near)), PortSet.ALL, ports),
                  near,
                  End.NEAR,
                  new Hop(Hop.Kind.OTHER_NETWORK, across.get().vpc()))
              .through(new Hop(Hop.Kind.PEERING, peering.id()));
      var walk = walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), near));
      walk.deliver(
          told.isEmpty()
              ? start.unsure("the blocks of " + across.get().vpc() + " are not told")
              : start,
          to.vpc(),
          null);
      cross(walk, to, near, protocol, remote, new Goal.Cross(peering.id(), ""), findings);
    }
    return findings.answer();
  }

  /// Whether whoever else is attached to a transit gateway, in accounts other than the interface's
  /// own, can connect to it.
  public ReachAnswer fromTransit(
      String transitGateway, NetworkInterface to, Protocol protocol, PortSet ports) {
    var findings = new Findings(protocol, End.NEAR);
    var vpc = network.find(Vpc.class, to.vpc());
    var ours =
        network.attachmentsOf(transitGateway).stream()
            .filter(each -> each.resource().equals(to.vpc()))
            .findFirst();
    if (vpc.isEmpty() || ours.isEmpty()) {
      network
          .missing(TransitAttachment.class, to.vpc())
          .ifPresentOrElse(
              why -> findings.open(List.of(hop(to)), AddressSet.V4, ports, why),
              () -> findings.stop(to.vpc() + " is not attached to " + transitGateway));
      return findings.answer();
    }
    var others = AddressSet.V4.or(AddressSet.V6).minus(vpc.get().addresses());
    for (var near : privately(to)) {
      var start =
          Leg.of(
                  Flows.of(others.and(family(near)), PortSet.ALL, ports),
                  near,
                  End.NEAR,
                  new Hop(Hop.Kind.OTHER_NETWORK, ""))
              .through(new Hop(Hop.Kind.TRANSIT_GATEWAY, transitGateway));
      var walk = walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), near));
      if (ours.get().subnets().isEmpty()) {
        walk.mayArrive(
            start,
            "the subnets of "
                + ours.get().id()
                + " are not described (ec2:DescribeTransitGatewayVpcAttachments)");
      }
      ours.get().subnets().stream().sorted().forEach(subnet -> walk.from(start, subnet));
      cross(
          walk,
          to,
          near,
          protocol,
          new Remote.Others(""),
          new Goal.Cross(transitGateway, vpc.get().account()),
          findings);
    }
    return findings.answer();
  }

  private void cross(
      RouteWalk walk,
      NetworkInterface to,
      Address near,
      Protocol protocol,
      Remote remote,
      Goal.Cross home,
      Findings findings) {
    findings.stop(walk.stopped());
    for (var arrived : walk.arrived()) {
      var there = received(arrived, to, protocol, remote, findings);
      if (!there.dead()) {
        var back = walk(protocol, home);
        back.from(there.turned(hop(to)), to.subnet());
        findings.way(there, back.arrived(), back.stopped(), near);
      }
    }
  }

  /// Past the groups of the interface that begins a connection.
  private Leg begun(
      Leg leg,
      NetworkInterface from,
      Protocol protocol,
      Remote remote,
      End far,
      Findings findings) {
    var passed = leg.pass(filters.groups(from, Way.OUT, protocol, remote), far, groups(from));
    if (passed.dead() && !leg.dead()) {
      findings.stop(groups(from).words() + " of " + from.id() + " lets none of it out");
    }
    return passed;
  }

  /// Past the groups of the interface that receives it.
  Leg received(Leg leg, NetworkInterface to, Protocol protocol, Remote remote, Findings findings) {
    var filter = filters.groups(to, Way.IN, protocol, remote);
    if (leg.hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.TRANSIT_GATEWAY)) {
      // whether a transit gateway carries references to groups is an option of it
      var plain = filters.groups(to, Way.IN, protocol, new Remote.Public());
      filter =
          new Filter(
              plain.sure(),
              filter.possible(),
              List.of("whether the transit gateway carries references to groups is not known"));
    }
    var passed = leg.pass(filter, End.FAR, groups(to)).through(hop(to));
    if (passed.dead() && !leg.dead()) {
      findings.stop(groups(to).words() + " of " + to.id() + " lets none of it in");
    }
    return passed;
  }

  private static Hop groups(NetworkInterface at) {
    return new Hop(
        Hop.Kind.SECURITY_GROUP, String.join(" + ", at.groups().stream().sorted().toList()));
  }

  static Hop hop(NetworkInterface at) {
    return new Hop(Hop.Kind.INTERFACE, at.id());
  }

  RouteWalk walk(Protocol protocol, Goal goal) {
    return new RouteWalk(network, filters, routing, protocol, goal);
  }

  static List<Address> privately(NetworkInterface at) {
    var all = new ArrayList<Address>();
    at.addresses().forEach(each -> all.add(each.address()));
    all.addAll(at.v6());
    return all;
  }

  static AddressSet family(Address address) {
    return address.isV4() ? AddressSet.V4 : AddressSet.V6;
  }
}
