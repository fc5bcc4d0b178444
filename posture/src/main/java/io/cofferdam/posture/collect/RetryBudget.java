package io.cofferdam.posture.collect;

/// Second and later tries that a whole scan may make, so that a cloud in trouble ends it soon
/// instead of each of thousands of calls failing slowly. Thread-safe.
final class RetryBudget {
  private final double share;
  private double left;
  private long taken;
  private long refused;

  RetryBudget(Patience patience) {
    this.left = patience.retries();
    this.share = patience.share();
  }

  synchronized void called() {
    left += share;
  }

  /// Whether another try may be made.
  synchronized boolean take() {
    if (left < 1) {
      refused++;
      return false;
    }
    left--;
    taken++;
    return true;
  }

  synchronized long taken() {
    return taken;
  }

  synchronized long refused() {
    return refused;
  }
}
