/// Turns a question about the estate into one request with every policy that applies, and has it
/// decided. The only place of the estate that calls the decider.
///
/// Starting point: [io.cofferdam.access.aws.estate.request.EstateDecider]. Failure direction: what
/// the snapshot does not hold stands in as a policy that may allow and may deny, so the decider
/// itself answers unknown exactly where it matters.
@NullMarked
package io.cofferdam.access.aws.estate.request;

import org.jspecify.annotations.NullMarked;
