/// Measures the judging of large inventories.
///
/// Starting point: [EngineBenchmark]. FAILURE DIRECTION: a control that judges nothing of what was
/// made ends the run with an error.
@NullMarked
package io.cofferdam.posture.bench;

import org.jspecify.annotations.NullMarked;
