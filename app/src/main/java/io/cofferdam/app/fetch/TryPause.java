package io.cofferdam.app.fetch;

import java.util.concurrent.TimeUnit;

/// The pause before a call is tried again: each twice as long as the one before.
public final class TryPause {
  private TryPause() {}

  /// Waits.
  ///
  /// @param tries how often it was tried
  /// @return false where it is to be given up: the program is stopping
  public static boolean after(int tries) {
    try {
      TimeUnit.MILLISECONDS.sleep(200L << tries);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
