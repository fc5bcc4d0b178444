package io.cofferdam.drill.world;

/// An actor at a place: the address and tool it uses.
///
/// @param vpcEndpoint endpoint its calls come through, or empty
public record Seat(Actor actor, String address, String userAgent, String vpcEndpoint) {
  /// Whether the provider bills what it sends here as traffic to the internet.
  public boolean outside() {
    return vpcEndpoint.isEmpty() && !address.startsWith("10.");
  }
}
