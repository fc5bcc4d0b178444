package io.cofferdam.respond.act;

import java.time.Duration;

/// Waits. An interrupted wait ends early; who waits looks again anyway.
public interface Pause {
  void take(Duration time);

  /// Waits on the thread that asks.
  static Pause real() {
    return time -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
