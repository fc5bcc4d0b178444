/// Evaluates policy conditions against a request context, in three values.
///
/// Starting points: [io.cofferdam.access.aws.condition.ConditionEvaluator],
/// [io.cofferdam.access.aws.condition.RequestContext]. Failure direction: a key that is not known
/// makes a condition unknown, never false.
@NullMarked
package io.cofferdam.access.aws.condition;

import org.jspecify.annotations.NullMarked;
