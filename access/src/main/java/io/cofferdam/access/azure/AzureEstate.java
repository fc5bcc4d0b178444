package io.cofferdam.access.azure;

import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.azure.vault.Vault;
import java.util.Map;

/// What is known of a tenant.
///
/// @param accounts by name
/// @param vaults by name
public record AzureEstate(
    RoleModel roles, Map<String, StorageAccount> accounts, Map<String, Vault> vaults) {
  public AzureEstate {
    accounts = Map.copyOf(accounts);
    vaults = Map.copyOf(vaults);
  }
}
