/// Puts questions to the access engine: batches of JSON lines, and single questions answered in
/// words.
///
/// Starting points: [io.cofferdam.app.access.Batch] and [io.cofferdam.app.access.Explanation].
/// Failure direction: a line that cannot be answered gets an error of its own with its place; the
/// others are still answered, one line each, in order.
@NullMarked
package io.cofferdam.app.access;

import org.jspecify.annotations.NullMarked;
