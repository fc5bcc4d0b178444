package io.cofferdam.access.azure.rbac;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All that Azure RBAC decides from.
///
/// @param roles by id; an assignment of a role that is not here gives an unknown set
public record RoleModel(
    ScopeTree scopes,
    Map<String, RoleDefinition> roles,
    List<RoleAssignment> assignments,
    List<DenyAssignment> denies,
    Directory directory,
    List<ManagedIdentity> identities,
    List<ClassicAdministrator> classicAdministrators,
    List<Lock> locks) {
  public static final RoleModel EMPTY =
      new RoleModel(
          new ScopeTree(Map.of()),
          Map.of(),
          List.of(),
          List.of(),
          Directory.EMPTY,
          List.of(),
          List.of(),
          List.of());

  public RoleModel {
    Map<String, RoleDefinition> byId = new HashMap<>();
    roles.forEach((id, role) -> byId.put(id.toLowerCase(Locale.ROOT), role));
    roles = Map.copyOf(byId);
    assignments = List.copyOf(assignments);
    denies = List.copyOf(denies);
    identities = List.copyOf(identities);
    classicAdministrators = List.copyOf(classicAdministrators);
    locks = List.copyOf(locks);
  }

  public Optional<RoleDefinition> role(String id) {
    return Optional.ofNullable(roles.get(id.toLowerCase(Locale.ROOT)));
  }
}
