package io.cofferdam.posture.collect;

import java.time.Duration;

/// How fast one service is asked in one region of one account. A throttled call halves the rate, at
/// most once a second, since calls on their way then tell nothing new;
/// each answer raises it again by a fiftieth of the plan's rate, which is never exceeded.
/// What was not used of the last second may be used at once. Thread-safe.
final class Pace {
  private static final double LEAST = 0.5;
  private static final double STEPS = 50;
  private static final long SECOND = 1_000_000_000L;

  private final double most;
  private double rate;
  private long next;
  private long lowered;
  private boolean begun;

  Pace(int perSecond) {
    this.most = perSecond;
    this.rate = perSecond;
  }

  /// Takes the next free moment.
  ///
  /// @return how long it is until then
  synchronized Duration claim(long now) {
    if (!begun || next - (now - SECOND) < 0) {
      next = now - SECOND;
      begun = true;
    }
    next += (long) (SECOND / rate);
    return Duration.ofNanos(Math.max(0, next - now));
  }

  synchronized void throttled(long now) {
    if (rate < most && now - lowered < SECOND) {
      return;
    }
    lowered = now;
    next = Math.max(next, now);
    rate = Math.max(LEAST, rate / 2);
  }

  synchronized void answered() {
    rate = Math.min(most, rate + most / STEPS);
  }

  synchronized double rate() {
    return rate;
  }
}
