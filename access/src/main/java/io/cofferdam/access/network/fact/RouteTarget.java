package io.cofferdam.access.network.fact;

/// Where a route leads.
public sealed interface RouteTarget {
  /// Inside the VPC.
  record Local() implements RouteTarget {}

  /// Nowhere: what the route led to is gone.
  record Blackhole(String id) implements RouteTarget {}

  record ToInternetGateway(String id) implements RouteTarget {}

  /// An internet gateway for IPv6 that lets only connections from inside begin.
  record ToEgressOnlyGateway(String id) implements RouteTarget {}

  record ToNatGateway(String id) implements RouteTarget {}

  record ToPeering(String id) implements RouteTarget {}

  record ToTransitGateway(String id) implements RouteTarget {}

  /// A gateway endpoint, or the endpoint of a Gateway Load Balancer or network firewall.
  record ToEndpoint(String id) implements RouteTarget {}

  /// An instance or appliance behind a network interface.
  record ToInterface(String id) implements RouteTarget {}

  /// Something whose other side is not described here: a virtual private gateway, a local gateway,
  /// a core network, a carrier gateway.
  record ToOther(String id) implements RouteTarget {}
}
