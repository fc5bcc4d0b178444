package io.cofferdam.app.cli;

import io.cofferdam.posture.collect.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// Says on standard error how far a scan is: a moving line on a terminal, else a line every ten
/// seconds.
final class ScanProgress implements Progress {
  private static final Duration TERMINAL_STEP = Duration.ofMillis(200);
  private static final Duration LOG_STEP = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final Clock clock;
  private Instant next;
  private String service = "";
  private long planned;
  private long made;
  private long without;

  private ScanProgress(PrintWriter err, boolean terminal, Clock clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.instant().plus(step());
  }

  static Progress on(CommandSpec spec, Clock clock) {
    var program = (Cofferdam) spec.root().userObject();
    return program.quiet
        ? Progress.SILENT
        : new ScanProgress(spec.commandLine().getErr(), Terminal.interactive(), clock);
  }

  @Override
  public synchronized void service(String name, int at, int of) {
    service = name + " (" + at + " of " + of + " services)";
  }

  @Override
  public synchronized void planned(int calls) {
    planned += calls;
  }

  @Override
  public synchronized void called(CallEnd end) {
    made++;
    without += end.conclusive() ? 0 : 1;
    var now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(step());
    var line =
        String.format(
            Locale.ROOT,
            "asking %s: %,d calls made, %,d planned so far, %,d without an answer",
            service,
            made,
            Math.max(made, planned),
            without);
    if (terminal) {
      err.print("\r\u001b[K" + line);
      err.flush();
    } else {
      err.println(line);
    }
  }

  @Override
  public synchronized void done() {
    if (terminal) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  private Duration step() {
    return terminal ? TERMINAL_STEP : LOG_STEP;
  }
}
