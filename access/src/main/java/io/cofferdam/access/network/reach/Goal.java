package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.packet.Address;

/// Where packets are wanted.
sealed interface Goal {
  /// Out to the internet.
  ///
  /// @param gateway the internet gateway that alone will do, or empty for any
  record Leave(String gateway) implements Goal {}

  /// At an address in a subnet of a VPC.
  record Arrive(String vpc, String subnet, Address address) implements Goal {}

  /// Across a peering connection or transit gateway, to whatever is there.
  ///
  /// @param but the account whose own attachments of a transit gateway do not count
  record Cross(String id, String but) implements Goal {}
}
