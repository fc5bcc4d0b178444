/// Asks whether a resource's configuration stands open to an audience, when parts of it are
/// unknown.
///
/// Starting points: [io.cofferdam.access.exposure.BucketExposure] asks,
/// [io.cofferdam.access.exposure.BucketState] is what is asked about. Failure direction: what
/// cannot be decided is UNKNOWN with the reason, never CLOSED.
@NullMarked
package io.cofferdam.access.exposure;

import org.jspecify.annotations.NullMarked;
