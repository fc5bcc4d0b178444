package io.cofferdam.access.azure.vault;

import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.exposure.Part;
import java.util.List;
import java.util.Set;

/// A key vault as far as it is known. An absent part was never set.
///
/// @param rbac whether Azure RBAC decides on data; else the access policies do
/// @param privateEndpoints approved connections
public record Vault(
    String name,
    Scope id,
    Part<Boolean> rbac,
    Part<List<VaultAccessPolicy>> policies,
    Part<PublicNetworkAccess> publicNetworkAccess,
    Part<NetworkRules> networkRules,
    Set<Scope> privateEndpoints) {
  public Vault {
    privateEndpoints = Set.copyOf(privateEndpoints);
  }
}
