/// Answers questions about all requests at once: is there a request that some policies allow and
/// others do not?
///
/// Starting points: [io.cofferdam.access.aws.symbolic.PublicQuestion],
/// [io.cofferdam.access.aws.symbolic.PolicyComparison],
/// [io.cofferdam.access.aws.symbolic.PropertyQuestion]. Every request found is confirmed by
/// [io.cofferdam.access.aws.decide.Decider]; every "no" keeps its
/// [io.cofferdam.access.aws.symbolic.Proof]. Failure direction: what cannot be decided within the
/// budget is unknown, never "no".
@NullMarked
package io.cofferdam.access.aws.symbolic;

import org.jspecify.annotations.NullMarked;
