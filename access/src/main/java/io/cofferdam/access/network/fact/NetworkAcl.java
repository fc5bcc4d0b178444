package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A network access control list: stateless, the first entry that matches decides, and what none
/// matches is denied.
///
/// @param ingress in the order of their numbers
/// @param egress in the order of their numbers
public record NetworkAcl(
    String id, String vpc, Set<String> subnets, List<Entry> ingress, List<Entry> egress)
    implements Fact {
  public NetworkAcl {
    subnets = Set.copyOf(subnets);
    ingress = ingress.stream().sorted(Comparator.comparingInt(Entry::number)).toList();
    egress = egress.stream().sorted(Comparator.comparingInt(Entry::number)).toList();
  }

  /// One entry.
  ///
  /// @param protocol the number of IANA, -1 for all
  /// @param ports of the packet's destination; all where the protocol has none
  /// @param remote the source of packets that come in, the destination of those that go out
  public record Entry(int number, boolean allow, int protocol, PortSet ports, AddressSet remote) {}
}
