/// A snapshot on disk: each answer once, named by its SHA-256, and a journal of the calls.
///
/// Starting points: [SnapshotWriter], [StoredSnapshot]. FAILURE DIRECTION: an answer whose content
/// does not fit its name is refused; a journal that ends in the middle of a line loses that line
/// only, and says so.
@NullMarked
package io.cofferdam.posture.snapshot;

import org.jspecify.annotations.NullMarked;
