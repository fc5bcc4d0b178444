package io.cofferdam.access.azure.vault;

import io.cofferdam.access.azure.rbac.AzureAction;

/// Operations on the data of a vault (Microsoft Learn, "Azure Key Vault security", and
/// "Azure permissions for Security", Microsoft.KeyVault; the pairing of the two is from memory).
public enum VaultOperation {
  GET_SECRET(Kind.SECRET, "get", "secrets/getSecret/action"),
  LIST_SECRETS(Kind.SECRET, "list", "secrets/readMetadata/action"),
  SET_SECRET(Kind.SECRET, "set", "secrets/setSecret/action"),
  DELETE_SECRET(Kind.SECRET, "delete", "secrets/delete"),
  BACKUP_SECRET(Kind.SECRET, "backup", "secrets/backup/action"),
  GET_KEY(Kind.KEY, "get", "keys/read"),
  LIST_KEYS(Kind.KEY, "list", "keys/read"),
  DECRYPT(Kind.KEY, "decrypt", "keys/decrypt/action"),
  UNWRAP_KEY(Kind.KEY, "unwrapkey", "keys/unwrap/action"),
  WRAP_KEY(Kind.KEY, "wrapkey", "keys/wrap/action"),
  SIGN(Kind.KEY, "sign", "keys/sign/action"),
  BACKUP_KEY(Kind.KEY, "backup", "keys/backup/action"),
  DELETE_KEY(Kind.KEY, "delete", "keys/delete"),
  GET_CERTIFICATE(Kind.CERTIFICATE, "get", "certificates/read"),
  LIST_CERTIFICATES(Kind.CERTIFICATE, "list", "certificates/read"),
  DELETE_CERTIFICATE(Kind.CERTIFICATE, "delete", "certificates/delete");

  /// What it acts on.
  public enum Kind {
    KEY("keys"),
    SECRET("secrets"),
    CERTIFICATE("certificates");

    private final String segment;

    Kind(String segment) {
      this.segment = segment;
    }

    /// As resource ids name it.
    public String segment() {
      return segment;
    }
  }

  private final Kind kind;
  private final String permission;
  private final String action;

  VaultOperation(Kind kind, String permission, String action) {
    this.kind = kind;
    this.permission = permission;
    this.action = "Microsoft.KeyVault/vaults/" + action;
  }

  public Kind kind() {
    return kind;
  }

  /// As access policies name it, lower-case.
  public String permission() {
    return permission;
  }

  public AzureAction action() {
    return AzureAction.data(action);
  }
}
