package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import java.util.List;

/// A security group: stateful, and it only allows.
public record SecurityGroup(String id, String vpc, List<Rule> ingress, List<Rule> egress)
    implements Fact {
  public SecurityGroup {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /// One allowance.
  ///
  /// @param protocol the number of IANA, -1 for all
  /// @param ports of the side that is connected to; all where the protocol has none
  public record Rule(int protocol, PortSet ports, Peer peer) {}

  /// With whom a rule allows to speak.
  public sealed interface Peer {
    record Block(AddressSet addresses) implements Peer {}

    record List(String prefixList) implements Peer {}

    /// The private addresses of all interfaces that are in a group.
    ///
    /// @param account the owner of the group
    record Members(String group, String account) implements Peer {}
  }
}
