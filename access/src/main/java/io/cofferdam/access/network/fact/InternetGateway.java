package io.cofferdam.access.network.fact;

import java.util.Set;

/// An internet gateway, or one for egress of IPv6 only.
///
/// @param vpcs those it is attached to
public record InternetGateway(String id, Set<String> vpcs, boolean egressOnly) implements Fact {
  public InternetGateway {
    vpcs = Set.copyOf(vpcs);
  }
}
