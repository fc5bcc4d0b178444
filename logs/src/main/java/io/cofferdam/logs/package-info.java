/// Reads log bytes of any format into events; a record that cannot be read is counted and kept
/// aside, never dropped; starting points [LogReader] and [LogFormats].
@NullMarked
package io.cofferdam.logs;

import org.jspecify.annotations.NullMarked;
