package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.AddressSet;

/// A virtual private cloud.
///
/// @param account who owns it
/// @param addresses all its blocks of both families
public record Vpc(String id, String account, String region, AddressSet addresses) implements Fact {}
