/// Reads what Azure Resource Manager returns: role definitions and assignments, deny assignments,
/// storage accounts, containers, vaults.
///
/// Starting point: [io.cofferdam.access.azure.arm.ArmReader]. Failure direction: text of another
/// shape is refused with its position; a setting of a value that is not known is unknown, with a
/// warning. Nothing is thrown.
@NullMarked
package io.cofferdam.access.azure.arm;

import org.jspecify.annotations.NullMarked;
