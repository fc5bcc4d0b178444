package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A network interface.
///
/// @param addresses its private IPv4 addresses, each with the public one that is mapped to it
/// @param v6 its IPv6 addresses
/// @param groups its security groups; empty where none filters (NAT gateways, some balancers)
/// @param kind the provider's interface type: `interface`, `nat_gateway`, `network_load_balancer`
/// @param attachedTo the instance it is attached to, or empty
/// @param description the provider's description, which names the owner of managed interfaces
public record NetworkInterface(
    String id,
    String vpc,
    String subnet,
    List<Private> addresses,
    List<Address> v6,
    Set<String> groups,
    String kind,
    String attachedTo,
    String description)
    implements Fact {
  public NetworkInterface {
    addresses = List.copyOf(addresses);
    v6 = List.copyOf(v6);
    groups = Set.copyOf(groups);
  }

  /// Whether it is one of some targets: ids of instances, private addresses, or what the interfaces
  /// of a load balancer are described by (`ELB app/shop/50dc6c495c0c9188`).
  public boolean isOneOf(Set<String> targets) {
    return (!attachedTo.isEmpty() && targets.contains(attachedTo))
        || targets.contains(description)
        || addresses.stream().anyMatch(each -> targets.contains(each.address().toString()))
        || v6.stream().anyMatch(each -> targets.contains(each.toString()));
  }

  /// A private address.
  ///
  /// @param publicly the public address that the internet gateway translates to it
  public record Private(Address address, Optional<Address> publicly) {}
}
