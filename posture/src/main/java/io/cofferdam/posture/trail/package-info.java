/// What trails of CloudTrail log, whether they run, and the conditions that ask it.
///
/// Starting points: [Trails], [EventSelection], [TrailPredicates]. FAILURE DIRECTION: a selector
/// that is not understood covers only a part, never all; a trail whose status is not known is not
/// live.
@NullMarked
package io.cofferdam.posture.trail;

import org.jspecify.annotations.NullMarked;
