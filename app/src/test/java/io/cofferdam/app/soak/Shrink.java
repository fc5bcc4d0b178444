package io.cofferdam.app.soak;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes an input smaller as long as the same finding comes up; for five seconds at most.
final class Shrink {
  private static final long NANOS = 5_000_000_000L;

  private final Function<byte[], @Nullable Throwable> feed;
  private final String signature;

  Shrink(Function<byte[], @Nullable Throwable> feed, String signature) {
    this.feed = feed;
    this.signature = signature;
  }

  byte[] shrink(byte[] input) {
    var end = System.nanoTime() + NANOS;
    var best = input;
    for (var size = Math.max(1, best.length / 2); size > 0; size /= 2) {
      for (var at = 0; at + size <= best.length && System.nanoTime() < end; ) {
        var without = Arrays.copyOf(best, best.length - size);
        System.arraycopy(best, at + size, without, at, best.length - at - size);
        if (same(without)) {
          best = without;
        } else {
          at += size;
        }
      }
    }
    return best;
  }

  private boolean same(byte[] input) {
    var thrown = feed.apply(input);
    return thrown != null && Finding.signature(thrown).equals(signature);
  }
}
