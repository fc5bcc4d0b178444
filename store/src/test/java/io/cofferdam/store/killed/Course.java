package io.cofferdam.store.killed;

/// How people carry a run forward.
enum Course {
  /// To its end, and then back to its beginning.
  STRAIGHT,
  /// Back in its middle, on again, and to its end.
  TURNING,
  /// To its end; the time of a timer passes while no process runs.
  LATE
}
