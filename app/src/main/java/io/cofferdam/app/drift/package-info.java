/// Tells what changed between two snapshots, or by one call, and which outcomes changed with it.
///
/// Starting points: [Drift], [EventDrift]. FAILURE DIRECTION: what is no longer known is told as
/// lost from sight, never as better; a change whose effect a call's record does not hold makes
/// outcomes undetermined.
@NullMarked
package io.cofferdam.app.drift;

import org.jspecify.annotations.NullMarked;
