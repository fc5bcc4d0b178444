package io.cofferdam.posture.spi;

/// How one read-only call ended.
public enum CallOutcome {
  /// The service answered.
  ANSWERED,
  /// The service answered that there is nothing of the kind: no policy, no configuration.
  ABSENT,
  /// The caller lacks a permission.
  DENIED,
  /// The service, or the stand-in of it, does not know the call, or not in that region.
  UNSUPPORTED,
  /// The call was not made: the region is not enabled for the account or cannot be reached, or the
  /// snapshot that is asked instead does not hold it.
  UNREACHED,
  /// Something else: throttled to the end, no network, a fault of the service.
  FAILED;

  /// Whether the answer tells what is, so that it can be judged.
  public boolean conclusive() {
    return this == ANSWERED || this == ABSENT;
  }
}
