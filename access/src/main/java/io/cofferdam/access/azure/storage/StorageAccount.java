package io.cofferdam.access.azure.storage;

import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.exposure.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A storage account as far as it is known. An absent part was never set.
///
/// @param name such as `shopdata`
/// @param id its resource id
/// @param containers by name; one that is not here is not known
/// @param privateEndpoints approved connections
/// @param keysCreated when the older of the two keys was made
/// @param delegationKeysRevoked when user delegation keys were last revoked
public record StorageAccount(
    String name,
    Scope id,
    Part<Boolean> httpsOnly,
    Part<Boolean> allowBlobPublicAccess,
    Part<Boolean> allowSharedKeyAccess,
    Part<Boolean> hierarchicalNamespace,
    Part<Boolean> staticWebsite,
    Part<PublicNetworkAccess> publicNetworkAccess,
    Part<NetworkRules> networkRules,
    Set<Scope> privateEndpoints,
    Map<String, Container> containers,
    Optional<Instant> keysCreated,
    Optional<Instant> delegationKeysRevoked) {
  public StorageAccount {
    privateEndpoints = Set.copyOf(privateEndpoints);
    containers = Map.copyOf(containers);
  }

  public Optional<Container> container(String name) {
    return Optional.ofNullable(containers.get(name));
  }

  /// The scope that role assignments on a container name.
  public Scope containerScope(String container) {
    return id.child("blobServices/default/containers/" + container);
  }
}
