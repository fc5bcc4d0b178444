package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.NatGateway;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Connections between one near address and a set of far ones, while packets of one direction are
/// followed. Immutable.
///
/// @param sure those whose packets surely come this far
/// @param possible those whose packets may; holds all of `sure`
/// @param near the near address as routers see it here
/// @param to the end that the packets go to
/// @param hops what they have passed
/// @param open why `sure` is not all of `possible`
/// @param nats the NAT gateways that have put their address in place of the near one
/// @param exit the gateway by which they left, or empty
record Leg(
    Flows sure,
    Flows possible,
    Address near,
    End to,
    List<Hop> hops,
    Set<String> open,
    List<NatGateway> nats,
    String exit) {
  Leg {
    hops = List.copyOf(hops);
    open = new LinkedHashSet<>(open);
    nats = List.copyOf(nats);
  }

  static Leg of(Flows flows, Address near, End to, Hop first) {
    return new Leg(flows, flows, near, to, List.of(first), Set.of(), List.of(), "");
  }

  /// The answers to what has come this far, before their first hop.
  Leg turned(Hop first) {
    return new Leg(
        sure,
        possible,
        near,
        to == End.NEAR ? End.FAR : End.NEAR,
        List.of(first),
        open,
        List.of(),
        "");
  }

  boolean dead() {
    return possible.isEmpty();
  }

  /// The addresses that the packets go to.
  AddressSet destinations() {
    return to == End.FAR ? possible.addresses() : AddressSet.of(near);
  }

  /// The part that goes to these destinations.
  Leg heading(AddressSet destinations) {
    if (to == End.NEAR) {
      return destinations.contains(near) ? this : with(Flows.NONE, Flows.NONE, open);
    }
    return with(sure.only(destinations), possible.only(destinations), open);
  }

  /// What a filter leaves over.
  ///
  /// @param remote the end whose address the filter compares
  Leg pass(Filter filter, End remote, Hop hop) {
    var why = new LinkedHashSet<>(open);
    Leg left;
    if (remote == End.FAR) {
      left = with(sure.only(filter.sure(), to), possible.only(filter.possible(), to), open);
    } else {
      left =
          with(
              sure.only(filter.sure().at(near), to),
              possible.only(filter.possible().at(near), to),
              open);
    }
    if (!filter.sure().equals(filter.possible())) {
      why.addAll(filter.open());
    }
    return left.with(left.sure, left.possible, why).through(hop);
  }

  /// The same, but none of it is sure any more.
  Leg unsure(String why) {
    var more = new LinkedHashSet<>(open);
    more.add(why);
    return with(Flows.NONE, possible, more);
  }

  Leg through(Hop hop) {
    if (hops.getLast().equals(hop)) {
      return this;
    }
    var more = new ArrayList<>(hops);
    more.add(hop);
    return new Leg(sure, possible, near, to, more, open, nats, exit);
  }

  /// Seen from here on under the address of a NAT gateway.
  Leg behind(NatGateway nat, Address address) {
    var more = new ArrayList<>(nats);
    more.add(nat);
    return new Leg(sure, possible, address, to, hops, open, more, exit);
  }

  /// The same connections with other ports and another address at the near end, on a new stretch.
  Leg as(Address address, Flows surely, Flows possibly) {
    return new Leg(surely, possibly, address, to, List.of(hops.getLast()), open, nats, exit);
  }

  Leg leftBy(String gateway) {
    return new Leg(sure, possible, near, to, hops, open, nats, gateway);
  }

  private Leg with(Flows surely, Flows possibly, Set<String> why) {
    return new Leg(surely, possibly, near, to, hops, why, nats, exit);
  }
}
