package io.cofferdam.app.cli;

import io.cofferdam.app.investigate.ProgressListener;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Says on standard error how far the reading is: a moving line on a terminal, else a line every
/// ten seconds.
final class Progress implements ProgressListener {
  private static final Duration TERMINAL_STEP = Duration.ofMillis(200);
  private static final Duration LOG_STEP = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final Clock clock;
  private Instant next;

  private Progress(PrintWriter err, boolean terminal, Clock clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.instant().plus(terminal ? TERMINAL_STEP : LOG_STEP);
  }

  static ProgressListener on(PrintWriter err, boolean quiet, Clock clock) {
    return quiet ? ProgressListener.SILENT : new Progress(err, Terminal.interactive(), clock);
  }

  @Override
  public synchronized void reading(int inputsDone, int inputs, long events) {
    var now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(terminal ? TERMINAL_STEP : LOG_STEP);
    line(
        String.format(
            Locale.ROOT, "reading: %,d of %,d inputs, %,d events", inputsDone, inputs, events));
  }

  @Override
  public synchronized void stage(String words) {
    line(words);
    if (terminal) {
      err.println();
      err.flush();
    }
  }

  private void line(String text) {
    if (terminal) {
      err.print("\r\u001b[K" + text);
      err.flush();
    } else {
      err.println(text);
    }
  }
}
