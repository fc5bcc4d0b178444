package io.cofferdam.access.azure.rbac;

import java.util.List;

/// A built-in or custom role.
///
/// @param id the GUID that ends its resource id, lower-case
/// @param permissions whose sum the role gives
/// @param assignableScopes where it may be assigned; says nothing about what it gives
public record RoleDefinition(
    String id, String name, List<Permissions> permissions, List<Scope> assignableScopes) {
  public RoleDefinition {
    permissions = List.copyOf(permissions);
    assignableScopes = List.copyOf(assignableScopes);
  }

  public boolean includes(AzureAction action) {
    return permissions.stream().anyMatch(p -> p.include(action));
  }
}
