/// Opens folders and archives for the engines; starting points [InputWalk] and [Walked].
///
/// Failure direction: whatever lies in a folder or archive, the walk goes on; what cannot be
/// delivered is a [Skipped] or a note, never silence.
@NullMarked
package io.cofferdam.files;

import org.jspecify.annotations.NullMarked;
