/// Tells for each store that matters what could be said if it leaked now, and the one change of its
/// logs that would let more be said.
///
/// The example leak is investigated by the same coverage, reads and scope as a real one, from the
/// events that the logs of the snapshot would hold; no bound is made here.
///
/// Starting point: [Readiness]. FAILURE DIRECTION: a log of which nothing could be learnt counts as
/// not there and is named; answers are then too wide, never too narrow.
@NullMarked
package io.cofferdam.app.readiness;

import org.jspecify.annotations.NullMarked;
