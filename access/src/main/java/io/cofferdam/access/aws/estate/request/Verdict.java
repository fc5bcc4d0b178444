package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.decide.Decision;

/// Whether something is allowed, from worst to best for the one who asks.
public enum Verdict {
  NO,
  /// It depends on what the snapshot or the question does not tell.
  ONLY_IF,
  YES;

  static Verdict of(Decision decision) {
    return switch (decision) {
      case Decision.Allowed a -> YES;
      case Decision.Unknown u -> ONLY_IF;
      case Decision.ImplicitlyDenied d -> NO;
      case Decision.ExplicitlyDenied d -> NO;
    };
  }

  public Verdict and(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
