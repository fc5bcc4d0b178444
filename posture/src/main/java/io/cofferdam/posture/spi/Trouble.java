package io.cofferdam.posture.spi;

/// Why a call gave no answer, as far as it matters for trying again.
public enum Trouble {
  /// None, or one that another try would meet again.
  NONE,
  /// The service asks for fewer calls a second.
  THROTTLED,
  /// A fault that may pass: of the service, or on the way.
  PASSING,
  /// No connection came about.
  UNREACHABLE,
  /// The credentials are no longer valid, or not valid there.
  CREDENTIALS
}
