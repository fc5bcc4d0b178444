/// Conditions on buckets that take reasoning over policies, lists, blocks, access points, and the
/// organisation.
///
/// Starting point: [BucketPredicates]. FAILURE DIRECTION: a bucket is closed only by a proof; what
/// could not be read and would decide is named.
@NullMarked
package io.cofferdam.posture.predicate.bucket;

import org.jspecify.annotations.NullMarked;
