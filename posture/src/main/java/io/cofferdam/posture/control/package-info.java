/// Controls as data, and what evaluating them gives.
///
/// Starting points: [ControlCatalogue], [Evaluator]. FAILURE DIRECTION: a control whose condition
/// cannot be computed on a resource is undetermined there; a control file with a mistake is
/// refused.
@NullMarked
package io.cofferdam.posture.control;

import org.jspecify.annotations.NullMarked;
