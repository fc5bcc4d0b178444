/// The quarterly review of who can read which data class: what a person looks through, what changed
/// since the last one, and the signature for it.
///
/// Starting points: [io.cofferdam.app.review.ReviewDocument],
/// [io.cofferdam.app.review.ReviewLedger]. FAILURE DIRECTION: a signature by a key that nobody
/// enrolled, or over something that was changed, counts for nothing and is told; of a ledger that
/// does not verify nothing counts; a sign-off that the ledger did not take is an error.
@NullMarked
package io.cofferdam.app.review;

import org.jspecify.annotations.NullMarked;
