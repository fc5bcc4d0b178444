package io.cofferdam.respond.casebook;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;

/// A short wait for another process.
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CofferdamException(
          "CFD-RESPOND-0305",
          ErrorCategory.UNAVAILABLE,
          "stopped while waiting for another process",
          "run it again",
          e);
    }
  }
}
