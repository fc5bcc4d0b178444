package io.cofferdam.model.time;

import java.time.Duration;
import java.time.Instant;

/// A half-open span of time: `from` is inside, `until` is not.
public record Window(Instant from, Instant until) {
  public Window {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("window ends before it starts");
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  public boolean overlaps(Window other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
