package io.cofferdam.access.network.fact;

import java.util.Set;

/// What a transit gateway is attached to.
///
/// @param kind the provider's resource type: `vpc`, `peering`, `vpn`, `direct-connect-gateway`
/// @param resource the VPC, or what else it is
/// @param owner the account of that resource
/// @param subnets the subnets that it stands in, for a VPC; empty where not known
/// @param table the route table of the transit gateway that packets from here use, or empty
public record TransitAttachment(
    String id,
    String transitGateway,
    String kind,
    String resource,
    String owner,
    Set<String> subnets,
    String table)
    implements Fact {
  public TransitAttachment {
    subnets = Set.copyOf(subnets);
  }
}
