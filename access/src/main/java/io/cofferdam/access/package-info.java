/// Decides and proves who can do what to which resource.
///
/// Starting points: [io.cofferdam.access.aws.decide.Decider] for one request,
/// [io.cofferdam.access.exposure.BucketExposure] for a bucket's openness to outsiders,
/// [io.cofferdam.access.aws.policy.PolicyParser] for AWS policy documents,
/// [io.cofferdam.access.network.reach.Reach] for ways through networks. Failure direction: what is
/// unknown or runs out of budget is UNKNOWN, never allowed and never closed.
@NullMarked
package io.cofferdam.access;

import org.jspecify.annotations.NullMarked;
