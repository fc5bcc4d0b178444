/// Computes legal periods: elapsed hours, Regulation 1182/71, months and holidays: start at
/// [PeriodRule] and [Deadline].
@NullMarked
package io.cofferdam.notify.clock;

import org.jspecify.annotations.NullMarked;
