/// Conditions on logs: what is logged, where it goes, how long it is kept and who may touch it.
///
/// Starting point: [LoggingPredicates]. FAILURE DIRECTION: a log whose target was not read is
/// undetermined.
@NullMarked
package io.cofferdam.posture.predicate.logging;

import org.jspecify.annotations.NullMarked;
