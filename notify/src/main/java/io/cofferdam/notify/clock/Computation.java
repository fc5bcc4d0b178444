package io.cofferdam.notify.clock;

/// How a period is computed.
public enum Computation {
  /// Only elapsed time; nothing moves a deadline.
  ELAPSED,
  /// Regulation (EEC, Euratom) No 1182/71, whose readings are shown beside the elapsed time.
  REGULATION_1182_71
}
