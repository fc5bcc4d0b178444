package io.cofferdam.store;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// A clock that never goes back and never stands still: where the machine's clock is put back, time
/// goes on as the processor counts it.
final class SteadyClock implements Clock {
  private final Supplier<Instant> clock;
  private Instant latest;
  private long at;

  SteadyClock(Supplier<Instant> clock) {
    this.clock = clock;
    this.latest = clock.get();
    this.at = System.nanoTime();
  }

  @Override
  public synchronized Instant now() {
    long ticks = System.nanoTime();
    var counted = latest.plus(Duration.ofNanos(ticks - at));
    var told = clock.get();
    latest = told.isAfter(counted) ? told : counted;
    at = ticks;
    return latest;
  }
}
