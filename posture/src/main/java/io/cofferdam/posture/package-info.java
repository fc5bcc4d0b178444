/// Judges a snapshot of cloud configuration against controls.
///
/// Starting points: [io.cofferdam.posture.collect.Traversal] turns answers of a cloud, or of a
/// stored snapshot, into an inventory; `control` judges it. FAILURE DIRECTION: what could not be
/// asked is a gap in the inventory, named with the permission that is missing, and a control that
/// needs it is undetermined, never met.
@NullMarked
package io.cofferdam.posture;

import org.jspecify.annotations.NullMarked;
