package io.cofferdam.access.azure.rbac;

import io.cofferdam.access.azure.abac.Condition;
import java.util.List;
import java.util.Optional;

/// A deny assignment (Microsoft Learn, "Understand Azure deny assignments").
///
/// @param principals whom it denies
/// @param allPrincipals whether it names the system-defined principal, which is everyone
/// @param excluded whom it does not deny, even where denied by name or by group
/// @param doNotApplyToChildScopes whether only the scope itself is denied
public record DenyAssignment(
    String id,
    Scope scope,
    List<Permissions> permissions,
    List<PrincipalRef> principals,
    boolean allPrincipals,
    List<PrincipalRef> excluded,
    boolean doNotApplyToChildScopes,
    Optional<Condition> condition) {
  /// The id of the system-defined principal.
  public static final String EVERYONE = "00000000-0000-0000-0000-000000000000";

  public DenyAssignment {
    permissions = List.copyOf(permissions);
    principals = List.copyOf(principals);
    excluded = List.copyOf(excluded);
  }

  public boolean includes(AzureAction action) {
    return permissions.stream().anyMatch(p -> p.include(action));
  }
}
