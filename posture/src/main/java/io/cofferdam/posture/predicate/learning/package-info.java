/// Conditions on the places in which models are made, kept and served.
///
/// Starting point: [LearningPredicates]. FAILURE DIRECTION: a part whose configuration was not read
/// is undetermined.
@NullMarked
package io.cofferdam.posture.predicate.learning;

import org.jspecify.annotations.NullMarked;
