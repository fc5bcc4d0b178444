package io.cofferdam.posture.collect;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Time for pauses, so that tests need not wait.
public interface Ticker {
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }
      };

  /// Nanoseconds from any fixed moment on.
  long nanos();

  void pause(Duration time) throws InterruptedException;
}
