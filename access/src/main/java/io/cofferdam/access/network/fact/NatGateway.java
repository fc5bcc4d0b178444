package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.Address;
import java.util.List;

/// A NAT gateway.
///
/// @param subnet where it stands
/// @param reachesInternet whether its connectivity type is public
/// @param addresses its private addresses
public record NatGateway(
    String id, String vpc, String subnet, boolean reachesInternet, List<Address> addresses)
    implements Fact {
  public NatGateway {
    addresses = List.copyOf(addresses);
  }
}
