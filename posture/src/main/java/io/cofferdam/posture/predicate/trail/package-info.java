/// Which events the trails of an account select: basic and advanced selectors decided exactly, with
/// an event that slips through as the witness.
///
/// Starting points: [ObjectLogging] for a bucket, [EventSelectors] for one trail. FAILURE
/// DIRECTION: a trail whose selectors or state are not known is never counted as logging, and where
/// it would decide the answer is unknown.
@NullMarked
package io.cofferdam.posture.predicate.trail;

import org.jspecify.annotations.NullMarked;
