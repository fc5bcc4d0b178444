package io.cofferdam.access.azure.network;

/// Whether a resource's public endpoint answers (Microsoft.Storage and Microsoft.KeyVault,
/// `publicNetworkAccess`).
public enum PublicNetworkAccess {
  ENABLED,
  DISABLED,
  /// A network security perimeter decides in place of the resource's own rules.
  SECURED_BY_PERIMETER
}
