package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.packet.PortSet;
import java.util.ArrayList;
import java.util.List;

/// The answers of the internet to what an interface has sent: in by the gateway that it left by,
/// and back through each NAT gateway that has changed its address.
final class NatReturn {
  private final Reach reach;
  private final Protocol protocol;
  private final NetworkInterface to;
  private final Address own;
  private final List<String> stopped = new ArrayList<>();

  NatReturn(Reach reach, Protocol protocol, NetworkInterface to, Address own) {
    this.reach = reach;
    this.protocol = protocol;
    this.to = to;
    this.own = own;
  }

  /// What came back, and why other parts did not.
  record Back(List<Leg> arrived, List<String> stopped) {}

  Back back(Leg left) {
    if (left.exit().isEmpty()) {
      // where it left is not known, and so neither is how answers come: it is no longer sure
      return new Back(List.of(left), List.of());
    }
    var nats = left.nats();
    var at = left.turned(new Hop(Hop.Kind.INTERNET, ""));
    if (nats.isEmpty()) {
      var walk = reach.walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), own));
      walk.fromGateway(at, left.exit(), to.vpc());
      return new Back(walk.arrived(), walk.stopped());
    }
    var legs = List.of(at.as(own, at.sure(), at.possible()));
    for (int i = nats.size() - 1; i >= 0; i--) {
      var nat = nats.get(i);
      var seen = i == nats.size() - 1 ? left.near() : nat.addresses().getFirst();
      var after = i + 1 < nats.size() ? nats.get(i + 1).subnet() : "";
      var goal = new Goal.Arrive(nat.vpc(), nat.subnet(), seen);
      legs = legs.stream().flatMap(leg -> stage(leg, goal, left.exit(), after).stream()).toList();
    }
    var back = new ArrayList<Leg>();
    for (var leg : legs) {
      var walk = reach.walk(protocol, new Goal.Arrive(to.vpc(), to.subnet(), own));
      walk.from(leg, nats.getFirst().subnet());
      stopped.addAll(walk.stopped());
      back.addAll(walk.arrived());
    }
    return new Back(back, stopped);
  }

  /// One stretch up to a NAT gateway, on the ports that it sends from; afterwards the connections
  /// whose answers came this far, with the ports of the interface again.
  private List<Leg> stage(Leg leg, Goal.Arrive nat, String gateway, String subnet) {
    var walk = reach.walk(protocol, nat);
    var outside = leg.as(nat.address(), translated(leg.sure()), translated(leg.possible()));
    if (subnet.isEmpty()) {
      walk.fromGateway(outside, gateway, nat.vpc());
    } else {
      walk.from(outside, subnet);
    }
    stopped.addAll(walk.stopped());
    return walk.arrived().stream()
        .map(
            came ->
                came.as(own, kept(leg.sure(), came.sure()), kept(leg.possible(), came.possible())))
        .toList();
  }

  private static Flows translated(Flows flows) {
    return new Flows(flows.far(), flows.addresses().with(PortSet.NAT));
  }

  private static Flows kept(Flows before, Flows came) {
    return before.only(came.far(), End.FAR).only(came.addresses());
  }
}
