/// The policy that would mend a finding, and what changing to it closes and whom it cuts off.
///
/// Starting points: [Comparisons], [PolicyRemedy]. Nothing is applied. FAILURE DIRECTION: what the
/// access engine leaves open stays unknown; where no change of the policy is shown to meet the
/// control, none is offered.
@NullMarked
package io.cofferdam.posture.remedy;

import org.jspecify.annotations.NullMarked;
