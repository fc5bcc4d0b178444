package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.packet.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects what the ways of one question came to, and says what they are together.
final class Findings {
  private final Protocol protocol;
  private final End answering;
  private final Set<String> stopped = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private Optional<ReachAnswer.OneWay> oneWay = Optional.empty();
  private Optional<Packet> witness = Optional.empty();
  private List<Hop> surely = List.of();
  private List<Hop> perhaps = List.of();
  private AddressSet far = AddressSet.NONE;
  private AddressSet mayFar = AddressSet.NONE;
  private PortSet ports = PortSet.NONE;
  private PortSet mayPorts = PortSet.NONE;

  /// @param answering the end that is connected to
  Findings(Protocol protocol, End answering) {
    this.protocol = protocol;
    this.answering = answering;
  }

  /// @param there the way to the end that answers
  /// @param back the parts of its answers that came back
  /// @param named the near address as the other end names it
  void way(Leg there, List<Leg> back, List<String> backStopped, Address named) {
    for (var leg : back) {
      open.addAll(leg.open());
      mayFar = mayFar.or(leg.possible().addresses());
      mayPorts = mayPorts.or(ports(leg.possible()));
      if (perhaps.isEmpty()) {
        perhaps = there.hops();
      }
      if (leg.sure().isEmpty()) {
        continue;
      }
      far = far.or(leg.sure().addresses());
      ports = ports.or(ports(leg.sure()));
      if (witness.isEmpty()) {
        witness = leg.sure().any(answering).map(sample -> packet(sample, named));
        surely = there.hops();
      }
    }
    stopped.addAll(backStopped);
    if (back.isEmpty() && !there.sure().isEmpty() && oneWay.isEmpty()) {
      oneWay =
          there
              .sure()
              .any(answering)
              .map(s -> new ReachAnswer.OneWay(packet(s, named), there.hops(), backStopped));
    }
  }

  void stop(List<String> why) {
    stopped.addAll(why);
  }

  void stop(String why) {
    stopped.add(why);
  }

  /// Something that leaves the whole question open.
  void open(List<Hop> hops, AddressSet may, PortSet mayBe, String why) {
    open.add(why);
    mayFar = mayFar.or(may);
    mayPorts = mayPorts.or(mayBe);
    if (perhaps.isEmpty()) {
      perhaps = hops;
    }
  }

  private PortSet ports(Flows flows) {
    var addresses = flows.addresses();
    var side = answering == End.NEAR ? flows.near() : flows.far();
    return side.and(addresses.with(PortSet.ALL)).ports();
  }

  private Packet packet(Flows.Sample sample, Address named) {
    return answering == End.NEAR
        ? new Packet(protocol, sample.far(), sample.farPort(), named, sample.nearPort())
        : new Packet(protocol, named, sample.nearPort(), sample.far(), sample.farPort());
  }

  ReachAnswer answer() {
    if (witness.isPresent()) {
      return new ReachAnswer.Reachable(
          witness.get(), surely, far, ports, mayFar, new ArrayList<>(open));
    }
    if (!mayFar.isEmpty()) {
      return new ReachAnswer.Unknown(perhaps, mayFar, mayPorts, new ArrayList<>(open));
    }
    return oneWay.isPresent() ? oneWay.get() : new ReachAnswer.Blocked(new ArrayList<>(stopped));
  }
}
