package io.cofferdam.access.azure.vault;

import io.cofferdam.access.azure.rbac.PrincipalRef;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An access policy of a vault: reaches every key, secret and certificate of it (Microsoft Learn,
/// "Azure Key Vault security", Controlling access to Key Vault data).
///
/// @param applicationId where given, the principal must come by this application on its behalf
public record VaultAccessPolicy(
    PrincipalRef principal,
    Optional<String> applicationId,
    Set<String> keys,
    Set<String> secrets,
    Set<String> certificates) {
  public VaultAccessPolicy {
    applicationId = applicationId.map(id -> id.toLowerCase(Locale.ROOT));
    keys = lower(keys);
    secrets = lower(secrets);
    certificates = lower(certificates);
  }

  private static Set<String> lower(Set<String> permissions) {
    return permissions.stream()
        .map(p -> p.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean includes(VaultOperation operation) {
    Set<String> permissions =
        switch (operation.kind()) {
          case KEY -> keys;
          case SECRET -> secrets;
          case CERTIFICATE -> certificates;
        };
    return permissions.contains("all") || permissions.contains(operation.permission());
  }
}
