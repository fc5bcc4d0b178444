/// Azure role-based access control as records: scopes, role definitions, role and deny
/// assignments, group membership, managed identities, classic administrators, locks.
///
/// Starting point: [io.cofferdam.access.azure.rbac.RoleModel]. Failure direction: a management
/// group chain or a membership that is not told is unknown.
@NullMarked
package io.cofferdam.access.azure.rbac;

import org.jspecify.annotations.NullMarked;
