package io.cofferdam.access.network.fact;

/// One thing that a description of a network states. Ids are the provider's: `vpc-0a1b`, ARNs for
/// load balancers and their target groups.
public sealed interface Fact
    permits Endpoint,
        EndpointService,
        InternetBlock,
        InternetFront,
        InternetGateway,
        LoadBalancer,
        Missing,
        NatGateway,
        NetworkAcl,
        NetworkInterface,
        Peering,
        PrefixList,
        RouteTable,
        SecurityGroup,
        ServiceFront,
        Subnet,
        TargetGroup,
        TransitAttachment,
        TransitRoutes,
        Vpc {
  String id();
}
