package io.cofferdam.app.drift;

import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import java.util.Optional;

/// An outcome that is another than before.
///
/// @param before empty where the control or the resource was not there
/// @param after empty where it is there no more
record Shift(Kind kind, Optional<Finding> before, Optional<Finding> after) {
  enum Kind {
    /// Violated now, and there was nothing to judge before.
    NEW,
    /// Violated now and not before, or graver.
    WORSE,
    /// Could be told before and cannot now.
    LOST_SIGHT,
    /// Violated before and met now.
    BETTER,
    /// Violated before, and there is nothing to judge now.
    GONE,
    /// Could not be told before and is no violation now.
    TOLD
  }

  Finding finding() {
    return after.or(() -> before).orElseThrow();
  }

  /// Whether somebody must look at it.
  boolean bad() {
    return kind == Kind.NEW || kind == Kind.WORSE;
  }

  static Optional<Shift> of(Optional<Finding> before, Optional<Finding> after) {
    return kind(before, after).map(kind -> new Shift(kind, before, after));
  }

  private static Optional<Kind> kind(Optional<Finding> before, Optional<Finding> after) {
    boolean was = before.filter(f -> f.outcome() instanceof Outcome.Violated).isPresent();
    boolean is = after.filter(f -> f.outcome() instanceof Outcome.Violated).isPresent();
    boolean wasDark = before.filter(f -> f.outcome() instanceof Outcome.Undetermined).isPresent();
    boolean isDark = after.filter(f -> f.outcome() instanceof Outcome.Undetermined).isPresent();
    if (is) {
      if (!was) {
        return Optional.of(before.isEmpty() ? Kind.NEW : Kind.WORSE);
      }
      int graver = before.orElseThrow().severity().compareTo(after.orElseThrow().severity());
      // lighter may only mean that what made it grave is no longer seen
      return graver > 0 ? Optional.of(Kind.WORSE) : Optional.empty();
    }
    if (was) {
      return Optional.of(after.isEmpty() ? Kind.GONE : isDark ? Kind.LOST_SIGHT : Kind.BETTER);
    }
    if (isDark && !wasDark) {
      return Optional.of(Kind.LOST_SIGHT);
    }
    return wasDark && !isDark && after.isPresent() ? Optional.of(Kind.TOLD) : Optional.empty();
  }
}
