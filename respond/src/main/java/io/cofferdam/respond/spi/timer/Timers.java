package io.cofferdam.respond.spi.timer;

import java.time.Instant;

/// Timers that outlive the program. What rings says only that it is worth looking: what is due is
/// decided from the case.
public interface Timers {
  /// Sets when a run is to be looked at, in place of any time set before. Durable when it returns.
  ///
  /// @param run the case and the run: `case-20260301-0a1b2c3d/P1`
  void set(String run, Instant at);

  /// Takes a timer away; does nothing where there is none.
  void clear(String run);
}
