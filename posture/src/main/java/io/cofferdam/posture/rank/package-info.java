/// Puts findings in the order in which they matter.
///
/// Starting point: [NoticeRank]. FAILURE DIRECTION: a finding of which nothing is known keeps the
/// place that its severity gives it.
@NullMarked
package io.cofferdam.posture.rank;

import org.jspecify.annotations.NullMarked;
