package io.cofferdam.access.network.packet;

import java.util.Optional;

/// A set of connections between one near address and many far ones: far address, far port, near
/// port. A filter limits the far address together with one of the two ports, never both ports
/// together; so the set is the join of two relations by address, and stays exact.
///
/// @param far the far ports that go with a far address
/// @param near the near ports that go with a far address
public record Flows(AddressPorts far, AddressPorts near) {
  public static final Flows NONE = new Flows(AddressPorts.NOTHING, AddressPorts.NOTHING);

  public Flows {
    if (far.isEmpty() || near.isEmpty()) {
      far = AddressPorts.NOTHING;
      near = AddressPorts.NOTHING;
    }
  }

  public static Flows of(AddressSet addresses, PortSet farPorts, PortSet nearPorts) {
    return new Flows(addresses.with(farPorts), addresses.with(nearPorts));
  }

  /// One of the two ends of a connection.
  public enum End {
    NEAR,
    FAR
  }

  public Flows and(Flows other) {
    return new Flows(far.and(other.far), near.and(other.near));
  }

  /// Those whose far address and port at that end are one of these pairs.
  public Flows only(AddressPorts pairs, End end) {
    return end == End.FAR ? new Flows(far.and(pairs), near) : new Flows(far, near.and(pairs));
  }

  /// Those with one of these ports at that end.
  public Flows only(PortSet ports, End end) {
    return end == End.FAR ? new Flows(far.and(ports), near) : new Flows(far, near.and(ports));
  }

  /// Those to or from one of these far addresses.
  public Flows only(AddressSet addresses) {
    return only(addresses.with(PortSet.ALL), End.FAR);
  }

  /// The far addresses that have a connection.
  public AddressSet addresses() {
    return far.addresses().and(near.addresses());
  }

  public boolean isEmpty() {
    return addresses().isEmpty();
  }

  /// A connection of the set.
  public record Sample(Address far, int farPort, int nearPort) {}

  /// Any member; the port of the end that answers is the lowest.
  public Optional<Sample> any(End answering) {
    return addresses()
        .any()
        .map(
            address -> {
              var farPorts = far.at(address);
              var nearPorts = near.at(address);
              return new Sample(
                  address,
                  (answering == End.FAR ? farPorts.first() : farPorts.any()).orElseThrow(),
                  (answering == End.NEAR ? nearPorts.first() : nearPorts.any()).orElseThrow());
            });
  }

  public boolean contains(Sample sample) {
    return far.at(sample.far()).contains(sample.farPort())
        && near.at(sample.far()).contains(sample.nearPort());
  }
}
