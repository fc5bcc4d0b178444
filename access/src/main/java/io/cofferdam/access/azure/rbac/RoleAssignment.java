package io.cofferdam.access.azure.rbac;

import io.cofferdam.access.azure.abac.Condition;
import java.time.Instant;
import java.util.Optional;

/// A role given to a principal at a scope.
///
/// @param roleId the GUID of the role definition, lower-case
/// @param state whether it is in force or may only be activated (Privileged Identity Management)
/// @param from before which it gives nothing
/// @param until from which on it gives nothing
public record RoleAssignment(
    String id,
    PrincipalRef principal,
    String roleId,
    Scope scope,
    Optional<Condition> condition,
    State state,
    Optional<Instant> from,
    Optional<Instant> until) {

  /// Microsoft Learn, "Eligible and time-bound role assignments in Azure RBAC".
  public enum State {
    ACTIVE,
    /// Gives nothing until its holder activates it, which makes an active one.
    ELIGIBLE
  }
}
