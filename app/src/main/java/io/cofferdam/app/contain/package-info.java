/// Containment from the command line: an act on a case from the plan to the way back, and how it is
/// told.
///
/// Starting points: [Containment], [ActText], [ActJson]. Failure direction: what is not approved,
/// not on record, or not what was planned for is not done, and the reason and the next step are
/// told.
@NullMarked
package io.cofferdam.app.contain;

import org.jspecify.annotations.NullMarked;
