/// Reads AWS policy documents into records.
///
/// Starting points: [io.cofferdam.access.aws.policy.PolicyParser],
/// [io.cofferdam.access.aws.policy.PolicyDocument]. Failure direction: a document that is not
/// understood in full is refused with every mistake and its position; it is never half used.
@NullMarked
package io.cofferdam.access.aws.policy;

import org.jspecify.annotations.NullMarked;
