package io.cofferdam.access.aws.symbolic;

/// How much work a question may still take, in steps of roughly a microsecond or less.
public final class Budget {
  /// Enough for any policy that AWS would store; about two seconds.
  public static final long USUAL = 4_000_000;

  private long left;

  public Budget(long steps) {
    this.left = steps;
  }

  /// Takes steps; false when there are none left.
  boolean spend(long steps) {
    left -= steps;
    return left >= 0;
  }

  /// The steps that are left; below zero when more were asked for than there were.
  long left() {
    return left;
  }

  boolean spent() {
    return left < 0;
  }
}
