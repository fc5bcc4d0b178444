/// Finds the workloads with a language model in an inventory: what serves, trains, keeps or feeds
/// one. What they look like is data (`catalog/workloads`).
///
/// Starting point: [Workloads]. FAILURE DIRECTION: what a sign speaks for is shown as possible,
/// with the sign; a resource whose facts could not be read is undecided, never left out silently.
@NullMarked
package io.cofferdam.posture.workload;

import org.jspecify.annotations.NullMarked;
