package io.cofferdam.model.scope;

/// A number that is known between two limits.
///
/// INVARIANT: `0 <= atLeast <= estimate <= atMost`. `atMost` is [#UNBOUNDED] when nothing caps it.
public record Bounds(long atLeast, long estimate, long atMost) {

  /// Nothing that was given limits the number.
  public static final long UNBOUNDED = Long.MAX_VALUE;

  public Bounds {
    if (atLeast < 0 || estimate < atLeast || atMost < estimate) {
      throw new IllegalArgumentException(
          "bounds out of order: " + atLeast + ", " + estimate + ", " + atMost);
    }
  }

  public static final Bounds ZERO = new Bounds(0, 0, 0);

  public static Bounds exactly(long value) {
    return new Bounds(value, value, value);
  }

  /// Nothing known but that it cannot be negative.
  public static Bounds unknown() {
    return new Bounds(0, 0, UNBOUNDED);
  }

  public boolean exact() {
    return atLeast == atMost;
  }

  public boolean bounded() {
    return atMost != UNBOUNDED;
  }

  public long width() {
    return bounded() ? atMost - atLeast : UNBOUNDED;
  }

  /// The sum of two independent quantities; unbounded stays unbounded.
  public Bounds plus(Bounds other) {
    return new Bounds(
        atLeast + other.atLeast,
        capped(estimate, other.estimate),
        bounded() && other.bounded() ? capped(atMost, other.atMost) : UNBOUNDED);
  }

  private static long capped(long a, long b) {
    return a > UNBOUNDED - b ? UNBOUNDED : a + b;
  }
}
