/// Decides one concrete request under every kind of AWS policy, in three values, and says which
/// statements decided.
///
/// Starting points: [io.cofferdam.access.aws.decide.Decider],
/// [io.cofferdam.access.aws.decide.DecisionRequest], [io.cofferdam.access.aws.decide.PolicySet].
/// Failure direction: what is unknown or not supported gives
/// [io.cofferdam.access.aws.decide.Decision.Unknown], never Allowed and never denied.
@NullMarked
package io.cofferdam.access.aws.decide;

import org.jspecify.annotations.NullMarked;
