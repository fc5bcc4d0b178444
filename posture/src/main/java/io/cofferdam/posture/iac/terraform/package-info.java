/// Reads what `terraform show -json PLAN` prints.
///
/// Starting point: [TerraformPlan]. FAILURE DIRECTION: what is no plan of format 1 is refused with
/// the place; a value that is unknown or sensitive is marked so, never shown or guessed.
@NullMarked
package io.cofferdam.posture.iac.terraform;

import org.jspecify.annotations.NullMarked;
