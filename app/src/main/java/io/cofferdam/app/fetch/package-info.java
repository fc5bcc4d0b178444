/// Copies logs out of a cloud before they expire, for `investigate`. It only reads.
///
/// Starting point: [Fetch]. FAILURE DIRECTION: what was denied or failed is told by source and
/// makes the exit code 3; nothing is left out in silence. A file is there whole or not at all.
@NullMarked
package io.cofferdam.app.fetch;

import org.jspecify.annotations.NullMarked;
