package io.cofferdam.posture.collect;

import java.time.Duration;

/// How long a scan goes on asking a cloud that does not answer.
///
/// @param attempts how often one call is tried at most
/// @param faults the same where the service or the way to it has a fault, rather than asking for
///     fewer calls
/// @param retries how many tries beyond the first all calls together may take, before `share`
/// @param share how many more for each call made: 0.2 is one for five calls
/// @param shortest the first pause before another try; it doubles with each, up to `longest`
/// @param unreachable after how many failed connections in a row nothing more is asked of a service
///     in a region
public record Patience(
    int attempts,
    int faults,
    int retries,
    double share,
    Duration shortest,
    Duration longest,
    int unreachable) {
  /// What a scan uses.
  public static final Patience USUAL =
      new Patience(7, 4, 300, 0.2, Duration.ofMillis(250), Duration.ofSeconds(20), 3);

  /// What a scan of a stand-in uses: it is near, and what it does not know it answers as a fault.
  public static final Patience NEAR =
      new Patience(7, 3, 300, 0.2, Duration.ofMillis(20), Duration.ofSeconds(1), 3);

  public Patience {
    if (attempts < 1 || faults < 1 || retries < 0 || share < 0 || unreachable < 1) {
      throw new IllegalArgumentException("no patience can be less than one try");
    }
  }

  /// The longest pause before the next try, when `tried` tries have failed.
  Duration pause(int tried) {
    var doubled = shortest.multipliedBy(1L << Math.min(tried - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
