/// What is asked of a cloud, as data: one file per service in `catalog/collect`.
///
/// Starting point: [CollectPlan]. FAILURE DIRECTION: a plan with a mistake is refused whole, with
/// the file and the place of each mistake.
@NullMarked
package io.cofferdam.posture.plan;

import org.jspecify.annotations.NullMarked;
