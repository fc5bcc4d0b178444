package io.cofferdam.access.network.fact;

import java.util.List;
import java.util.Set;

/// A table of routes with what it is associated with.
///
/// @param main whether subnets without a table of their own use it
/// @param subnets those associated with it by name
/// @param gateways internet gateways and virtual private gateways whose incoming packets it routes
public record RouteTable(
    String id,
    String vpc,
    boolean main,
    Set<String> subnets,
    Set<String> gateways,
    List<Route> routes)
    implements Fact {
  public RouteTable {
    subnets = Set.copyOf(subnets);
    gateways = Set.copyOf(gateways);
    routes = List.copyOf(routes);
  }
}
