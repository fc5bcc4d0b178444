package io.cofferdam.access.azure;

import io.cofferdam.access.azure.rbac.AzureAction;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.vault.VaultOperation;

/// What a request does to what.
public sealed interface AzureTarget {

  /// By the blob or dfs endpoint.
  ///
  /// @param container empty for operations on the account
  /// @param path of the blob, or the directory listed; without a slash at either end
  record Blob(BlobOperation operation, String account, String container, String path)
      implements AzureTarget {}

  /// By the static website endpoint: a read of the container `$web`.
  record Website(String account, String path) implements AzureTarget {}

  /// By a vault's endpoint.
  ///
  /// @param object name of the key, secret or certificate; empty when listing
  record Vault(VaultOperation operation, String vault, String object) implements AzureTarget {}

  /// By Azure Resource Manager.
  record Control(AzureAction action, Scope resource) implements AzureTarget {}
}
