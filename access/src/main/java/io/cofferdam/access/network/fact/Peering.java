package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.AddressSet;
import java.util.Optional;

/// A peering connection between two VPCs. It carries what comes from one for the other, no further.
public record Peering(String id, boolean active, Side requester, Side accepter) implements Fact {

  /// One of the two.
  ///
  /// @param addresses its blocks as the connection tells them; empty where it does not
  public record Side(String account, String vpc, AddressSet addresses) {}

  /// The side that is not this VPC.
  public Optional<Side> across(String vpc) {
    return requester.vpc().equals(vpc)
        ? Optional.of(accepter)
        : accepter.vpc().equals(vpc) ? Optional.of(requester) : Optional.empty();
  }
}
