package io.cofferdam.access.network.fact;

import java.util.Set;

/// A VPC endpoint.
///
/// @param kind the provider's type: `Gateway`, `Interface`, `GatewayLoadBalancer`
/// @param service the name of the service: `com.amazonaws.eu-central-1.s3`
/// @param subnets where its interfaces stand
/// @param firewall the ARN of the network firewall that it is an endpoint of, or empty
public record Endpoint(
    String id, String vpc, String kind, String service, Set<String> subnets, String firewall)
    implements Fact {
  public Endpoint {
    subnets = Set.copyOf(subnets);
  }

  public boolean gateway() {
    return kind.equals("Gateway");
  }
}
