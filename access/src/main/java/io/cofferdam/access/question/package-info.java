/// Reads questions to the access engine as the command line and its batch files put them: one JSON
/// object each.
///
/// Starting point: [io.cofferdam.access.question.DecideQuestion]. Failure direction: a line that is
/// not understood in full is refused with its positions; nothing is guessed and nothing thrown.
@NullMarked
package io.cofferdam.access.question;

import org.jspecify.annotations.NullMarked;
