/// Who can become whom: role assumption and the acts by which one gains what another has, followed
/// to the end, cycles included.
///
/// Starting points: [io.cofferdam.access.aws.estate.reach.Reach],
/// [io.cofferdam.access.aws.estate.reach.EscalationActs]. Failure direction: a step that depends on
/// what is not known makes everything behind it conditional, never impossible. Acts that are not in
/// the table are not followed; the table is data with sources.
@NullMarked
package io.cofferdam.access.aws.estate.reach;

import org.jspecify.annotations.NullMarked;
