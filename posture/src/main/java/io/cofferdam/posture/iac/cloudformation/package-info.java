/// Reads CloudFormation templates, in JSON or YAML, and works out their intrinsic functions.
///
/// Starting point: [Template]. FAILURE DIRECTION: a text that is no template is refused with line
/// and column; a function whose value is not known, or that is not understood, makes a mark.
@NullMarked
package io.cofferdam.posture.iac.cloudformation;

import org.jspecify.annotations.NullMarked;
