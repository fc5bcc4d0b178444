package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.NatGateway;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.PrefixList;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.TransitRoutes;
import io.cofferdam.access.network.packet.Address;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// A slow, obvious model: it carries one packet at a time over a fully described network.
final class NaiveNetwork {
  private final List<Fact> facts;

  NaiveNetwork(List<Fact> facts) {
    this.facts = facts;
  }

  record One(Address source, int sourcePort, Address destination, int destinationPort) {
    One answered() {
      return new One(
          /* source= */ destination,
          /* sourcePort= */ destinationPort,
          /* destination= */ source,
          /* destinationPort= */ sourcePort);
    }
  }

  private <F extends Fact> List<F> all(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private <F extends Fact> Optional<F> find(Class<F> kind, String id) {
    return all(kind).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  boolean fromInternet(NetworkInterface to, NetworkInterface.Private at, One packet) {
    for (var gateway : all(InternetGateway.class)) {
      if (gateway.egressOnly() || !gateway.vpcs().contains(to.vpc())) {
        continue;
      }
      if (at.publicly().isEmpty()
          || !aclIn(to.subnet(), packet)
          || !group(to, true, packet.source(), packet.destinationPort(), null)) {
        continue;
      }
      var answer = packet.answered();
      if (carry(
          answer,
          to.vpc(),
          to.subnet(),
          0,
          (exit, p) -> exit.equals(gateway.id()) && p.source().equals(answer.source()))) {
        return true;
      }
    }
    return false;
  }

  boolean toInternet(NetworkInterface from, One packet) {
    return group(from, false, packet.destination(), packet.destinationPort(), null)
        && carry(
            packet,
            from.vpc(),
            from.subnet(),
            0,
            (exit, out) ->
                out.destination().equals(packet.destination())
                    && comesBack(from, packet, exit, out));
  }

  /// The answer enters by the gateway that the packet left by, to the address it left with.
  private boolean comesBack(NetworkInterface from, One packet, String exit, One out) {
    if (!exit.startsWith("igw") && !exit.startsWith("eigw")) {
      return false;
    }
    var answer = out.answered();
    for (var nat : all(NatGateway.class)) {
      if (nat.addresses().contains(out.source())) {
        for (int port : CANDIDATES) {
          if (port >= 1024
              && aclIn(
                  nat.subnet(),
                  new One(answer.source(), answer.sourcePort(), answer.destination(), port))
              && carry(
                  packet.answered(),
                  nat.vpc(),
                  nat.subnet(),
                  0,
                  (end, p) -> end.equals(from.id()))) {
            return true;
          }
        }
        return false;
      }
    }
    return aclIn(from.subnet(), answer);
  }

  static final int[] CANDIDATES = {0, 22, 80, 443, 1023, 1024, 8000, 11434, 32768, 50000, 65535};

  boolean between(NetworkInterface from, NetworkInterface to, One packet) {
    return group(from, false, packet.destination(), packet.destinationPort(), to)
        && carry(
            packet,
            from.vpc(),
            from.subnet(),
            0,
            (end, p) -> end.equals(to.id()) && p.source().equals(packet.source()))
        && group(to, true, packet.source(), packet.destinationPort(), from)
        && carry(
            packet.answered(),
            to.vpc(),
            to.subnet(),
            0,
            (end, p) -> end.equals(from.id()) && p.source().equals(packet.destination()));
  }

  /// Carries a packet from a subnet on. The end is the id of an interface or of a gateway.
  private boolean carry(
      One packet, String vpc, String subnet, int hops, BiPredicate<String, One> end) {
    if (hops > 5) {
      return false;
    }
    var target = route(subnet, vpc, packet.destination());
    return switch (target) {
      case null -> false;
      case RouteTarget.Local local -> deliver(packet, vpc, subnet, end);
      case RouteTarget.Blackhole b -> false;
      case RouteTarget.ToInternetGateway(String id) ->
          aclOut(subnet, packet)
              && find(InternetGateway.class, id).orElseThrow().vpcs().contains(vpc)
              && (!packet.source().isV4() || hasPublic(vpc, packet.source()))
              && end.test(id, packet);
      case RouteTarget.ToEgressOnlyGateway(String id) ->
          aclOut(subnet, packet)
              && find(InternetGateway.class, id).orElseThrow().vpcs().contains(vpc)
              && !packet.source().isV4()
              && end.test(id, packet);
      case RouteTarget.ToNatGateway(String id) -> {
        var nat = find(NatGateway.class, id).orElseThrow();
        yield packet.source().isV4()
            && (nat.subnet().equals(subnet)
                || (aclOut(subnet, packet) && aclIn(nat.subnet(), packet)))
            && carry(
                new One(
                    nat.addresses().getFirst(),
                    packet.sourcePort(),
                    packet.destination(),
                    packet.destinationPort()),
                vpc,
                nat.subnet(),
                hops + 1,
                end);
      }
      case RouteTarget.ToPeering(String id) -> {
        var across = find(Peering.class, id).filter(Peering::active).flatMap(p -> p.across(vpc));
        yield aclOut(subnet, packet)
            && across.isPresent()
            && deliver(packet, across.get().vpc(), "", end);
      }
      case RouteTarget.ToTransitGateway(String id) ->
          aclOut(subnet, packet) && transit(packet, id, vpc, subnet, hops, end);
      case RouteTarget.ToEndpoint(String id) -> {
        if (!find(Endpoint.class, id).orElseThrow().gateway()) {
          throw new IllegalStateException("not simulated");
        }
        yield false;
      }
      default -> throw new IllegalStateException("not simulated");
    };
  }

  private boolean transit(
      One packet, String id, String vpc, String subnet, int hops, BiPredicate<String, One> end) {
    var zone = find(Subnet.class, subnet).orElseThrow().zone();
    for (var ours : all(TransitAttachment.class)) {
      if (!ours.transitGateway().equals(id) || !ours.resource().equals(vpc)) {
        continue;
      }
      for (var in : ours.subnets()) {
        if (!find(Subnet.class, in).orElseThrow().zone().equals(zone) || !aclIn(in, packet)) {
          continue;
        }
        var best = -1;
        TransitRoutes.Line line = null;
        for (var each : find(TransitRoutes.class, ours.table()).orElseThrow().lines()) {
          var length = Integer.parseInt(each.block().split("/", -1)[1]);
          if (holds(each.block(), packet.destination()) && length > best) {
            best = length;
            line = each;
          }
        }
        if (line == null) {
          continue;
        }
        for (var to : line.attachments()) {
          var there = find(TransitAttachment.class, to).orElseThrow();
          for (var out : there.subnets()) {
            if (carry(packet, there.resource(), out, hops + 1, end)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private boolean deliver(One packet, String vpc, String from, BiPredicate<String, One> end) {
    for (var each : all(NetworkInterface.class)) {
      var own =
          each.v6().contains(packet.destination())
              || each.addresses().stream().anyMatch(a -> a.address().equals(packet.destination()));
      if (own && each.vpc().equals(vpc)) {
        return (each.subnet().equals(from)
                || ((from.isEmpty() || aclOut(from, packet)) && aclIn(each.subnet(), packet)))
            && end.test(each.id(), packet);
      }
    }
    return false;
  }

  private boolean hasPublic(String vpc, Address address) {
    return all(NatGateway.class).stream()
            .anyMatch(
                nat ->
                    nat.vpc().equals(vpc)
                        && nat.addresses().contains(address)
                        && nat.reachesInternet())
        || all(NetworkInterface.class).stream()
            .filter(each -> each.vpc().equals(vpc))
            .flatMap(each -> each.addresses().stream())
            .anyMatch(a -> a.address().equals(address) && a.publicly().isPresent());
  }

  private RouteTarget route(String subnet, String vpc, Address to) {
    var table =
        all(RouteTable.class).stream()
            .filter(each -> each.subnets().contains(subnet))
            .findFirst()
            .or(
                () ->
                    all(RouteTable.class).stream()
                        .filter(t -> t.main() && t.vpc().equals(vpc))
                        .findFirst())
            .orElseThrow();
    RouteTarget best = null;
    var length = -1;
    var rank = 9;
    for (var route : table.routes()) {
      var blocks =
          route.byPrefixList()
              ? find(PrefixList.class, route.destination()).orElseThrow().blocks()
              : List.of(route.destination());
      for (var block : blocks) {
        var own = Integer.parseInt(block.split("/", -1)[1]);
        var ownRank = route.propagated() ? 2 : route.byPrefixList() ? 1 : 0;
        if (holds(block, to) && (own > length || (own == length && ownRank < rank))) {
          length = own;
          rank = ownRank;
          best = route.target();
        }
      }
    }
    return best;
  }

  private boolean aclIn(String subnet, One packet) {
    return acl(subnet, true, packet.source(), packet.destinationPort());
  }

  private boolean aclOut(String subnet, One packet) {
    return acl(subnet, false, packet.destination(), packet.destinationPort());
  }

  private boolean acl(String subnet, boolean in, Address remote, int port) {
    var acl =
        all(NetworkAcl.class).stream()
            .filter(a -> a.subnets().contains(subnet))
            .findFirst()
            .orElseThrow();
    for (var entry : in ? acl.ingress() : acl.egress()) {
      if ((entry.protocol() == -1 || entry.protocol() == 6)
          && entry.remote().contains(remote)
          && entry.ports().contains(port)) {
        return entry.allow();
      }
    }
    return false;
  }

  private boolean group(
      NetworkInterface at, boolean in, Address remote, int port, NetworkInterface other) {
    for (var id : at.groups()) {
      var group = find(SecurityGroup.class, id).orElseThrow();
      for (var rule : in ? group.ingress() : group.egress()) {
        if ((rule.protocol() != -1 && rule.protocol() != 6) || !rule.ports().contains(port)) {
          continue;
        }
        var fits =
            switch (rule.peer()) {
              case Peer.Block(var addresses) -> addresses.contains(remote);
              case Peer.List(String list) ->
                  find(PrefixList.class, list).orElseThrow().blocks().stream()
                      .anyMatch(b -> holds(b, remote));
              case Peer.Members(String g, String account) ->
                  other != null && other.groups().contains(g);
            };
        if (fits) {
          return true;
        }
      }
    }
    return false;
  }

  /// By the bytes of both, without the code under test.
  private static boolean holds(String block, Address address) {
    try {
      var parts = block.split("/", -1);
      var first = InetAddress.getByName(parts[0]).getAddress();
      var other = InetAddress.getByName(address.toString()).getAddress();
      if (first.length != other.length) {
        return false;
      }
      var shift = first.length * 8 - Integer.parseInt(parts[1]);
      return new BigInteger(1, first)
          .shiftRight(shift)
          .equals(new BigInteger(1, other).shiftRight(shift));
    } catch (UnknownHostException bad) {
      throw new IllegalArgumentException(block, bad);
    }
  }
}
