/// The fronts at which the public calls a model: API Gateway, load balancers, addresses of
/// functions, App Runner, CloudFront; what each leads to and what it demands of callers.
///
/// Starting point: [Fronts]. FAILURE DIRECTION: a front whose target is not known is told as open,
/// with the call that would have told.
@NullMarked
package io.cofferdam.posture.edge;

import org.jspecify.annotations.NullMarked;
