/// A planned act as a function of AWS Lambda, in a template of CloudFormation.
///
/// Starting point: [LambdaTemplate]. Failure direction: nothing triggers the function but a state
/// machine of the same template that asks people first.
@NullMarked
package io.cofferdam.respond.export.lambda;

import org.jspecify.annotations.NullMarked;
