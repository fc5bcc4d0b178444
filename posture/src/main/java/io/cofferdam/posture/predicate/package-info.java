/// Conditions that take reasoning: each asks the access engine and brings a witness or a proof.
///
/// Starting point: [Predicates]. FAILURE DIRECTION: an answer that the engine leaves open is
/// undetermined.
@NullMarked
package io.cofferdam.posture.predicate;

import org.jspecify.annotations.NullMarked;
