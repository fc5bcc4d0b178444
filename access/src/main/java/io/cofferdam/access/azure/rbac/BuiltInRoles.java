package io.cofferdam.access.azure.rbac;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Built-in roles that matter for storage and vaults, for assignments whose definition was not
/// given; a given definition goes first. Built-in roles have one id in every cloud.
///
/// Sources: Microsoft Learn, "Azure built-in roles", "Understand Azure role definitions",
/// "rbac-guide" of Key Vault (ids); permissions of the Key Vault roles and ids of the rest are from
/// memory, as of 2025.
public final class BuiltInRoles {
  private static final String STORAGE = "Microsoft.Storage/storageAccounts/";
  private static final String CONTAINERS = STORAGE + "blobServices/containers/";
  private static final String BLOBS = CONTAINERS + "blobs/";
  private static final String DELEGATION_KEY =
      STORAGE + "blobServices/generateUserDelegationKey/action";
  private static final String VAULTS = "Microsoft.KeyVault/vaults/";
  private static final Map<String, RoleDefinition> BY_ID = new HashMap<>();

  static {
    role("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", List.of("*"), List.of(), List.of());
    role(
        "b24988ac-6180-42a0-ab88-20f7382dd24c",
        "Contributor",
        List.of("*"),
        List.of(
            "Microsoft.Authorization/*/Delete",
            "Microsoft.Authorization/*/Write",
            "Microsoft.Authorization/elevateAccess/Action",
            "Microsoft.Blueprint/blueprintAssignments/write",
            "Microsoft.Blueprint/blueprintAssignments/delete"),
        List.of());
    role("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", List.of("*/read"), List.of(), List.of());
    role(
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
        "User Access Administrator",
        List.of("*/read", "Microsoft.Authorization/*"),
        List.of(),
        List.of());
    storage();
    vaults();
    role(
        "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
        "Virtual Machine Contributor",
        List.of("Microsoft.Compute/virtualMachines/*"),
        List.of(),
        List.of());
    role(
        "f1a07417-d97a-45cb-824c-7a7467783830",
        "Managed Identity Operator",
        List.of(
            "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
            "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"),
        List.of(),
        List.of());
  }

  private BuiltInRoles() {}

  private static void storage() {
    role(
        "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        "Storage Blob Data Owner",
        List.of(CONTAINERS + "*", DELEGATION_KEY),
        List.of(),
        List.of(BLOBS + "*"));
    role(
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        "Storage Blob Data Contributor",
        List.of(CONTAINERS + "delete", CONTAINERS + "read", CONTAINERS + "write", DELEGATION_KEY),
        List.of(),
        List.of(
            BLOBS + "delete",
            BLOBS + "read",
            BLOBS + "write",
            BLOBS + "move/action",
            BLOBS + "add/action"));
    role(
        "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        "Storage Blob Data Reader",
        List.of(CONTAINERS + "read", DELEGATION_KEY),
        List.of(),
        List.of(BLOBS + "read"));
    role(
        "db58b8e5-c6ad-4a2a-8342-4190687cbf4a",
        "Storage Blob Delegator",
        List.of(DELEGATION_KEY),
        List.of(),
        List.of());
    role(
        "17d1049b-9a84-46fb-8f53-869881c3d3ab",
        "Storage Account Contributor",
        List.of("Microsoft.Authorization/*/read", STORAGE + "*"),
        List.of(),
        List.of());
    role(
        "81a9662b-bebf-436f-a333-f67b29880f12",
        "Storage Account Key Operator Service Role",
        List.of(STORAGE + "listkeys/action", STORAGE + "regeneratekey/action"),
        List.of(),
        List.of());
    role(
        "c12c1c16-33a1-487b-954d-41c89c60f349",
        "Reader and Data Access",
        List.of(STORAGE + "listKeys/action", STORAGE + "ListAccountSas/action", STORAGE + "read"),
        List.of(),
        List.of());
  }

  private static void vaults() {
    role(
        "00482a5a-887f-4fb3-b363-3b7fe8e74483",
        "Key Vault Administrator",
        List.of(VAULTS + "*/read"),
        List.of(),
        List.of(VAULTS + "*"));
    role(
        "f25e0fa2-a7c8-4377-a976-54943a77a395",
        "Key Vault Contributor",
        List.of("Microsoft.KeyVault/*"),
        List.of(
            "Microsoft.KeyVault/locations/deletedVaults/purge/action",
            "Microsoft.KeyVault/hsmPools/*",
            "Microsoft.KeyVault/managedHsms/*"),
        List.of());
    role(
        "21090545-7ca7-4776-b22c-e363652d74d2",
        "Key Vault Reader",
        List.of(VAULTS + "*/read"),
        List.of(),
        List.of(VAULTS + "*/read", VAULTS + "secrets/readMetadata/action"));
    role(
        "4633458b-17de-408a-b874-0445c86b69e6",
        "Key Vault Secrets User",
        List.of(),
        List.of(),
        List.of(VAULTS + "secrets/getSecret/action", VAULTS + "secrets/readMetadata/action"));
    role(
        "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
        "Key Vault Secrets Officer",
        List.of(VAULTS + "*/read"),
        List.of(),
        List.of(VAULTS + "secrets/*"));
    role(
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
        "Key Vault Crypto Officer",
        List.of(VAULTS + "*/read"),
        List.of(),
        List.of(VAULTS + "keys/*"));
    role(
        "12338af0-0e69-4776-bea7-57ae8d297424",
        "Key Vault Crypto User",
        List.of(),
        List.of(),
        List.of(
            VAULTS + "keys/read",
            VAULTS + "keys/update/action",
            VAULTS + "keys/backup/action",
            VAULTS + "keys/encrypt/action",
            VAULTS + "keys/decrypt/action",
            VAULTS + "keys/wrap/action",
            VAULTS + "keys/unwrap/action",
            VAULTS + "keys/sign/action",
            VAULTS + "keys/verify/action"));
    role(
        "e147488a-f6f5-4113-8e2d-b22465e65bf6",
        "Key Vault Crypto Service Encryption User",
        List.of(),
        List.of(),
        List.of(VAULTS + "keys/read", VAULTS + "keys/wrap/action", VAULTS + "keys/unwrap/action"));
    role(
        "a4417e6f-fecd-4de8-b567-7b0420556985",
        "Key Vault Certificates Officer",
        List.of(VAULTS + "*/read"),
        List.of(),
        List.of(VAULTS + "certificatecas/*", VAULTS + "certificates/*"));
    role(
        "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
        "Key Vault Certificate User",
        List.of(),
        List.of(),
        List.of(
            VAULTS + "certificates/read",
            VAULTS + "secrets/getSecret/action",
            VAULTS + "secrets/readMetadata/action",
            VAULTS + "keys/read"));
  }

  private static void role(
      String id,
      String name,
      List<String> actions,
      List<String> notActions,
      List<String> dataActions) {
    BY_ID.put(
        id,
        new RoleDefinition(
            id,
            name,
            List.of(Permissions.of(actions, notActions, dataActions, List.of())),
            List.of(Scope.ROOT)));
  }

  public static Optional<RoleDefinition> byId(String id) {
    return Optional.ofNullable(BY_ID.get(id.toLowerCase(Locale.ROOT)));
  }

  public static Optional<RoleDefinition> byName(String name) {
    return BY_ID.values().stream().filter(r -> r.name().equalsIgnoreCase(name)).findFirst();
  }
}
