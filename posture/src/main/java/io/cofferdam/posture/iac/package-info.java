/// Judges resources that a Terraform plan or a CloudFormation template would make, by the controls
/// for live ones.
///
/// Starting points: [PlannedScan], [Mappings] (which type becomes which, as data in `catalog/iac`).
/// FAILURE DIRECTION: what is known only after apply, hidden as sensitive or not mapped is a gap: a
/// control that needs it is undetermined; a type without a mapping is counted; a file that cannot
/// be read whole is refused with its place.
@NullMarked
package io.cofferdam.posture.iac;

import org.jspecify.annotations.NullMarked;
