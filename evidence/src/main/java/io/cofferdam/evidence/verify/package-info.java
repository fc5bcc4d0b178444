/// Checks a pack without trusting whoever made it; starting point [PackVerifier].
///
/// Failure direction: what cannot be checked is said, and a hostile pack yields failed checks,
/// never a crash.
@NullMarked
package io.cofferdam.evidence.verify;

import org.jspecify.annotations.NullMarked;
