/// Conditions on keys and on what they encrypt.
///
/// Starting points: [KeyPredicates], [KmsKeys]. FAILURE DIRECTION: a key that was not read is not
/// called the customer's.
@NullMarked
package io.cofferdam.posture.predicate.key;

import org.jspecify.annotations.NullMarked;
