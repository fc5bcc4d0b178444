/// What wakes a run of a playbook that waits. Starting point: [Timers].
///
/// Failure direction: a timer is never lost; it may ring more than once, and late after a stop of
/// the program, never early.
@NullMarked
package io.cofferdam.respond.spi.timer;

import org.jspecify.annotations.NullMarked;
