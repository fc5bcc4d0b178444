/// Finds acts that switch off, thin out or delete logs, and the time they make doubtful.
///
/// Starting point: [io.cofferdam.respond.tamper.TamperFinder]. Failure direction: a span stays
/// doubtful until an event shows that logging is back.
@NullMarked
package io.cofferdam.respond.tamper;

import org.jspecify.annotations.NullMarked;
