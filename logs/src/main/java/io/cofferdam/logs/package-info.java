/// Reads log bytes of any format into events; a record that cannot be read is counted and kept
/// aside, never dropped.
@NullMarked
package io.cofferdam.logs;

import org.jspecify.annotations.NullMarked;
