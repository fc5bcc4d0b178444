/// Reads hostile JSON into a small tree whose nodes know their line and column.
///
/// Starting point: [io.cofferdam.access.json.JsonReader]. Failure direction: text that is not one
/// JSON value within the limits is refused with its position; nothing is thrown.
@NullMarked
package io.cofferdam.access.json;

import org.jspecify.annotations.NullMarked;
