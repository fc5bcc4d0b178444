/// Conditions on what detects: that it is on, that it sees what matters, and that somebody hears of
/// what it finds.
///
/// Starting point: [DetectionPredicates]. FAILURE DIRECTION: a target of which nothing was read is
/// unclear, neither live nor dead.
@NullMarked
package io.cofferdam.posture.predicate.detection;

import org.jspecify.annotations.NullMarked;
