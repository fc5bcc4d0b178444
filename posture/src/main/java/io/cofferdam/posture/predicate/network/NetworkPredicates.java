package io.cofferdam.posture.predicate.network;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on networks by the names that controls use.
public final class NetworkPredicates {
  private NetworkPredicates() {}

  public static Map<String, Predicate> all() {
    return Map.of(
        "net-egress-narrow", new NarrowEgress(),
        "net-model-ports-shut", new ModelPortsShut(),
        "net-no-internet-path", new NoInternetPath(),
        "net-no-foreign-network", new NoForeignNetwork(),
        "net-endpoints-present", new EndpointsPresent(),
        "net-endpoint-perimeter", new EndpointPerimeter(),
        "net-firewall-on-path", new FirewallOnPath(),
        "net-stores-apart", new StoresApart(),
        "net-flow-logged", new FlowLogged(),
        "net-queries-logged", new QueriesLogged());
  }
}
