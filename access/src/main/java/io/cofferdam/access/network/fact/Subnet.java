package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.AddressSet;

/// A subnet.
///
/// @param zone its availability zone by name or id, or empty
public record Subnet(String id, String vpc, String zone, AddressSet addresses) implements Fact {}
