/// Applies the rules to the facts and gives the duties with their clocks: start at [DutyEngine]
/// and [Duty].
@NullMarked
package io.cofferdam.notify.duty;

import org.jspecify.annotations.NullMarked;
