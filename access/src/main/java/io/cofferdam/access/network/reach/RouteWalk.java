package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.fact.InternetBlock;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.NatGateway;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.RouteTarget.Blackhole;
import io.cofferdam.access.network.fact.RouteTarget.Local;
import io.cofferdam.access.network.fact.RouteTarget.ToEgressOnlyGateway;
import io.cofferdam.access.network.fact.RouteTarget.ToEndpoint;
import io.cofferdam.access.network.fact.RouteTarget.ToInterface;
import io.cofferdam.access.network.fact.RouteTarget.ToInternetGateway;
import io.cofferdam.access.network.fact.RouteTarget.ToNatGateway;
import io.cofferdam.access.network.fact.RouteTarget.ToOther;
import io.cofferdam.access.network.fact.RouteTarget.ToPeering;
import io.cofferdam.access.network.fact.RouteTarget.ToTransitGateway;
import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.reach.Filters.Way;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows packets of one direction by routes and network ACLs to a goal, splitting the set
/// wherever routes part it.
///
/// Cost: one step for each route that still has a part of the set; at most [#STEPS] steps and
/// [#HOPS] hops, beyond which the rest counts as possible.
final class RouteWalk {
  private static final int STEPS = 2_000;
  private static final int HOPS = 40;

  final Network network;
  final Goal goal;
  private final Filters filters;
  private final Routing routing;
  private final Protocol protocol;
  private final TransitWalk transit = new TransitWalk(this);
  private final List<Leg> arrived = new ArrayList<>();
  private final Set<String> stopped = new LinkedHashSet<>();
  private int steps;

  RouteWalk(Network network, Filters filters, Routing routing, Protocol protocol, Goal goal) {
    this.network = network;
    this.filters = filters;
    this.routing = routing;
    this.protocol = protocol;
    this.goal = goal;
  }

  /// The parts that came to the goal.
  List<Leg> arrived() {
    return List.copyOf(arrived);
  }

  /// Why the others did not.
  List<String> stopped() {
    return List.copyOf(stopped);
  }

  Routing routing() {
    return routing;
  }

  /// From a subnet on, by its route table.
  void from(Leg leg, String subnetId) {
    var subnet = network.find(Subnet.class, subnetId);
    if (subnet.isEmpty()) {
      mayArrive(leg, subnetId + " is not described (ec2:DescribeSubnets)");
      return;
    }
    var table = network.tableOf(subnet.get());
    if (table.isEmpty()) {
      mayArrive(
          leg, "the route table of " + subnetId + " is not described (ec2:DescribeRouteTables)");
      return;
    }
    var gap = network.missing(RouteTable.class, subnet.get().vpc());
    if (gap.isPresent() && !table.get().subnets().contains(subnetId)) {
      // the main table counts only where the subnet has none of its own
      mayArrive(leg, gap.get());
      return;
    }
    route(leg, table.get(), subnet.get().vpc(), subnet.get());
  }

  /// From an internet gateway on, into its VPC.
  void fromGateway(Leg leg, String gateway, String vpc) {
    var table = network.tableOfGateway(gateway);
    if (table.isPresent()) {
      route(leg, table.get(), vpc, null);
    } else {
      var gap = network.missing(RouteTable.class, vpc);
      deliver(gap.isPresent() ? leg.unsure(gap.get()) : leg, vpc, null);
    }
  }

  private void route(Leg before, RouteTable table, String vpc, @Nullable Subnet from) {
    if (++steps > STEPS || before.hops().size() > HOPS) {
      mayArrive(before, "the way goes on for more than " + HOPS + " hops");
      return;
    }
    var here = new Hop(Hop.Kind.ROUTE_TABLE, table.id());
    if (before.hops().contains(here)) {
      // a table sends a destination the same way each time
      stop("goes round in circles by " + table.id());
      return;
    }
    var leg = before.through(here);
    var split = routing.of(table);
    var certain = leg;
    for (var open : split.open()) {
      var why =
          "the blocks of prefix list "
              + open.prefixList()
              + " are not known (ec2:GetManagedPrefixListEntries)";
      certain = certain.unsure(why);
      to(leg.unsure(why), open.target(), vpc, from);
    }
    var rest = certain.destinations();
    for (var part : split.parts()) {
      var own = rest.and(part.destinations());
      if (!own.isEmpty()) {
        rest = rest.minus(own);
        to(certain.heading(own), part.target(), vpc, from);
      }
    }
    if (!rest.isEmpty()) {
      stop(table.id() + " has no route to " + rest);
    }
  }

  private void to(Leg leg, RouteTarget target, String vpc, @Nullable Subnet from) {
    if (leg.dead()) {
      return;
    }
    switch (target) {
      case Local inside -> deliver(leg, vpc, from);
      case Blackhole gone -> stop("the route to " + gone.id() + " is a blackhole");
      case ToInternetGateway(String id) -> toInternet(leaving(leg, from), id, vpc, false, from);
      case ToEgressOnlyGateway(String id) -> toInternet(leaving(leg, from), id, vpc, true, from);
      case ToNatGateway(String id) -> toNat(leg, id, from);
      case ToPeering(String id) -> toPeering(leaving(leg, from), id, vpc);
      case ToTransitGateway(String id) -> transit.enter(leaving(leg, from), id, vpc, from);
      case ToEndpoint(String id) -> toEndpoint(leaving(leg, from), id, from);
      case ToInterface(String id) ->
          mayArrive(
              leaving(leg, from).through(new Hop(Hop.Kind.APPLIANCE, id)),
              "what " + id + " forwards is up to the software behind it");
      case ToOther(String id) -> toOther(leaving(leg, from), id);
    }
  }

  private void toOther(Leg leg, String id) {
    switch (goal) {
      case Goal.Leave(String gateway) when !gateway.isEmpty() ->
          stop("answers would leave by " + id + " and not by " + gateway);
      case Goal.Cross(String wanted, var but) when !wanted.equals(id) -> stop("goes to " + id);
      default -> mayArrive(leg, "what lies behind " + id + " is not described");
    }
  }

  /// Delivers within a VPC.
  void deliver(Leg leg, String vpc, @Nullable Subnet from) {
    if (!(goal instanceof Goal.Arrive(var wanted, var subnet, var address))
        || !wanted.equals(vpc)
        || !leg.destinations().contains(address)) {
      stop("stays inside " + vpc);
      return;
    }
    var there = leg.heading(AddressSet.of(address));
    if (from == null) {
      arrive(entering(there, subnet));
    } else if (from.id().equals(subnet)) {
      arrive(there);
    } else {
      arrive(entering(leaving(there, from), subnet));
    }
  }

  private void toInternet(
      Leg before, String id, String vpc, boolean egressOnly, @Nullable Subnet from) {
    var subnet = from == null ? "" : from.id();
    if (goal instanceof Goal.Leave(String only) && only.isEmpty() && !egressOnly) {
      // what a NAT gateway begins passes a block of ingress; what others begin does not
      if (blockedOut(vpc, subnet, !before.nats().isEmpty())) {
        stop("the block of public access of the region shuts " + vpc);
        return;
      }
    }
    var gap = network.missing(InternetBlock.class, vpc);
    var leg = gap.isPresent() ? before.unsure(gap.get()) : before;
    if (!(goal instanceof Goal.Leave(String wanted))) {
      stop("goes to the internet by " + id);
      return;
    }
    if (!wanted.isEmpty() && !wanted.equals(id)) {
      stop("answers would leave by " + id + " and not by " + wanted);
      return;
    }
    var gateway = network.find(InternetGateway.class, id);
    if (gateway.isPresent() && !gateway.get().vpcs().contains(vpc)) {
      stop(id + " is not attached to " + vpc);
      return;
    }
    var out = leg.through(new Hop(Hop.Kind.INTERNET_GATEWAY, id)).leftBy(id);
    if (gateway.isEmpty()) {
      out = out.unsure(id + " is not described (ec2:DescribeInternetGateways)");
    }
    if (egressOnly) {
      out = out.heading(AddressSet.V6);
    } else if (leg.near().isV4() && !translated(leg, vpc)) {
      stop(leg.near() + " has no public address, so " + id + " drops its packets");
      return;
    }
    arrive(out);
  }

  private boolean blockedOut(String vpc, String subnet, boolean byNat) {
    return byNat
        ? network
            .find(Vpc.class, vpc)
            .flatMap(v -> network.find(InternetBlock.class, v.account() + " " + v.region()))
            .map(
                each -> each.mode().equals("block-bidirectional") && each.drops(vpc, subnet, false))
            .orElse(false)
        : network.blocked(vpc, subnet, false);
  }

  private boolean translated(Leg leg, String vpc) {
    if (!leg.nats().isEmpty()) {
      return leg.nats().getLast().reachesInternet();
    }
    return network.at(vpc, leg.near()).stream()
        .flatMap(at -> at.addresses().stream())
        .anyMatch(each -> each.address().equals(leg.near()) && each.publicly().isPresent());
  }

  private void toNat(Leg leg, String id, @Nullable Subnet from) {
    if (goal instanceof Goal.Leave(String wanted) && !wanted.isEmpty()) {
      stop("answers would leave by " + id + " and not by " + wanted);
      return;
    }
    if (leg.to() == End.FAR && !(goal instanceof Goal.Leave)) {
      stop(id + " would put another address on the answers");
      return;
    }
    var nat = network.find(NatGateway.class, id);
    if (nat.isEmpty()) {
      mayArrive(leaving(leg, from), id + " is not described (ec2:DescribeNatGateways)");
      return;
    }
    if (!leg.near().isV4()) {
      mayArrive(leaving(leg, from), id + " may translate IPv6 to IPv4, which is not followed");
      return;
    }
    var there =
        from != null && from.id().equals(nat.get().subnet())
            ? leg
            : entering(leaving(leg, from), nat.get().subnet());
    var passed = there.through(new Hop(Hop.Kind.NAT_GATEWAY, id));
    if (leg.to() == End.NEAR || nat.get().addresses().isEmpty()) {
      mayArrive(passed, id + " puts another address in place of the sender's");
      return;
    }
    for (var address : nat.get().addresses()) {
      if (!passed.dead()) {
        from(passed.behind(nat.get(), address), nat.get().subnet());
      }
    }
  }

  private void toPeering(Leg leg, String id, String vpc) {
    var peering = network.find(Peering.class, id);
    if (peering.isPresent() && !peering.get().active()) {
      stop(id + " is not active");
      return;
    }
    var there = leg.through(new Hop(Hop.Kind.PEERING, id));
    switch (goal) {
      case Goal.Cross(String wanted, var but) -> {
        if (wanted.equals(id)) {
          arrive(there);
        } else {
          stop("goes across " + id);
        }
      }
      case Goal.Leave out -> stop(id + " carries nothing to the internet");
      case Goal.Arrive(var wanted, var subnet, var address) -> {
        var across = peering.flatMap(each -> each.across(vpc));
        if (across.isEmpty()) {
          mayArrive(there, id + " is not described (ec2:DescribeVpcPeeringConnections)");
        } else if (!across.get().vpc().equals(wanted)) {
          stop(id + " leads to " + across.get().vpc() + " and no further");
        } else {
          deliver(there, wanted, null);
        }
      }
    }
  }

  private void toEndpoint(Leg leg, String id, @Nullable Subnet from) {
    var endpoint = network.find(Endpoint.class, id);
    if (endpoint.isEmpty()) {
      mayArrive(leg, id + " is not described (ec2:DescribeVpcEndpoints)");
      return;
    }
    if (endpoint.get().gateway()) {
      stop("goes to " + endpoint.get().service() + " by " + id);
      return;
    }
    var firewall = endpoint.get().firewall();
    for (var subnet : endpoint.get().subnets()) {
      var there = from != null && from.id().equals(subnet) ? leg : entering(leg, subnet);
      var passed = there.through(new Hop(Hop.Kind.FIREWALL, id));
      if (!passed.dead()) {
        from(
            passed.unsure(
                "what "
                    + (firewall.isEmpty() ? id : firewall)
                    + " lets pass is up to its rules, which are not judged here"),
            subnet);
      }
    }
  }

  /// Out of a subnet, past its ACL.
  Leg leaving(Leg leg, @Nullable Subnet subnet) {
    return subnet == null ? leg : leavingSubnet(leg, subnet.id());
  }

  Leg leavingSubnet(Leg leg, String subnet) {
    return acl(leg, subnet, Way.OUT);
  }

  /// Into a subnet, past its ACL.
  Leg entering(Leg leg, String subnet) {
    return acl(leg, subnet, Way.IN);
  }

  private Leg acl(Leg leg, String subnet, Way way) {
    // the remote address of an ACL is where packets going out go to, and where those coming in
    // come from
    var remote = (way == Way.OUT) == (leg.to() == End.FAR) ? End.FAR : End.NEAR;
    var acl = network.aclOf(subnet).map(each -> each.id()).orElse("of " + subnet);
    var passed =
        leg.pass(filters.acl(subnet, way, protocol), remote, new Hop(Hop.Kind.NETWORK_ACL, acl));
    if (passed.dead() && !leg.dead()) {
      stop("network ACL " + acl + (way == Way.IN ? " lets none of it in" : " lets none of it out"));
    }
    return passed;
  }

  void arrive(Leg leg) {
    if (!leg.dead()) {
      arrived.add(leg);
    }
  }

  void mayArrive(Leg leg, String why) {
    arrive(leg.unsure(why));
  }

  void stop(String why) {
    if (stopped.size() < 20) {
      stopped.add(why);
    }
  }
}
