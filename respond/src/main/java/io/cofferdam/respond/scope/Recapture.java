package io.cofferdam.respond.scope;

import io.cofferdam.respond.reads.StoreReads;
import java.util.Locale;

/// Estimates how many reads by outsiders stand in no log.
///
/// With two logs: Chapman's estimator N = (A+1)(B+1)/(M+1) - 1 of capture-recapture, its variance
/// (A+1)(B+1)(A-M)(B-M)/((M+1)^2 (M+2)) (D. G. Chapman 1951; G. A. F. Seber 1970), which holds
/// where both logs lose lines independently. With metering only: the missing reads, times the
/// outsiders' share of the logged ones. It moves the estimate, never a bound.
final class Recapture {
  /// @param words how it was computed; empty where nothing was
  record Missing(long reads, String words) {
    static final Missing NONE = new Missing(0, "");
  }

  private Recapture() {}

  static Missing missing(StoreReads store, Unlogged cap) {
    if (cap.none() || store.outsiders() == 0) {
      return Missing.NONE;
    }
    if (cap.bounded()) {
      double share = (double) store.outsiders() / Math.max(1, store.reads());
      long reads = Math.round(cap.reads() * share);
      return new Missing(
          reads,
          String.format(
              Locale.ROOT,
              "estimate: %d missing reads x %.2f (outsiders' share of the %d logged reads) = %d",
              cap.reads(),
              share,
              store.reads(),
              reads));
    }
    if (store.trail() > 0 && store.server() > 0) {
      return chapman(store.trail(), store.server(), store.both());
    }
    return Missing.NONE;
  }

  private static Missing chapman(long a, long b, long m) {
    double n = (a + 1.0) * (b + 1.0) / (m + 1.0) - 1;
    double variance =
        (a + 1.0) * (b + 1.0) * (a - m) * (b - m) / ((m + 1.0) * (m + 1.0) * (m + 2.0));
    long missing = Math.max(0, Math.round(n - (a + b - m)));
    return new Missing(
        missing,
        String.format(
            Locale.ROOT,
            "estimate: two logs tell of %d and %d reads, %d of them the same; (%d+1)(%d+1)/(%d+1)-1"
                + " = %.1f reads in all, standard error %.1f, if both lose lines independently",
            a,
            b,
            m,
            a,
            b,
            m,
            n,
            Math.sqrt(variance)));
  }
}
