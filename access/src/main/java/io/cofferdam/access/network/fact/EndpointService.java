package io.cofferdam.access.network.fact;

import java.util.Set;

/// A service that others may reach by PrivateLink.
///
/// @param balancers the ARNs of the load balancers behind it
/// @param allowed the principals that may connect: ARNs, or `*`
/// @param byHand whether each connection must be accepted
public record EndpointService(String id, Set<String> balancers, Set<String> allowed, boolean byHand)
    implements Fact {
  public EndpointService {
    balancers = Set.copyOf(balancers);
    allowed = Set.copyOf(allowed);
  }
}
