package io.cofferdam.access.azure.network;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.rbac.Scope;
import java.util.List;
import java.util.Set;

/// The firewall of a storage account or key vault (`networkAcls`).
///
/// The rules count only where the default denies (Microsoft Learn, "storage-network-security").
///
/// @param allowByDefault whether traffic that no rule names is let through
/// @param addresses IPv4 addresses and ranges of the public internet
/// @param subnets subnets with a service endpoint
/// @param resources resource instances; a `*` segment stands for any
/// @param bypass which Microsoft traffic is let through whatever the rules
public record NetworkRules(
    boolean allowByDefault,
    List<Addresses> addresses,
    Set<Scope> subnets,
    Set<Scope> resources,
    Set<Bypass> bypass) {
  public static final NetworkRules OPEN =
      new NetworkRules(true, List.of(), Set.of(), Set.of(), Set.of(Bypass.AZURE_SERVICES));

  public NetworkRules {
    addresses = List.copyOf(addresses);
    subnets = Set.copyOf(subnets);
    resources = Set.copyOf(resources);
    bypass = Set.copyOf(bypass);
  }

  /// An exception from the rules.
  public enum Bypass {
    AZURE_SERVICES,
    /// Reading the logs of storage analytics.
    LOGGING,
    METRICS
  }
}
