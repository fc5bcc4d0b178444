package io.cofferdam.access.network.fact;

import java.util.List;
import java.util.Set;

/// A service that others may reach by PrivateLink.
///
/// @param balancers the ARNs of the load balancers behind it
/// @param allowed the principals that may connect: ARNs, or `*`
/// @param byHand whether each connection must be accepted
/// @param connected the accounts whose connections were accepted; they stay when a permission goes
/// @param unread why more may be allowed or connected
public record EndpointService(
    String id,
    Set<String> balancers,
    Set<String> allowed,
    boolean byHand,
    Set<String> connected,
    List<String> unread)
    implements Fact {
  public EndpointService {
    balancers = Set.copyOf(balancers);
    allowed = Set.copyOf(allowed);
    connected = Set.copyOf(connected);
    unread = List.copyOf(unread);
  }
}
