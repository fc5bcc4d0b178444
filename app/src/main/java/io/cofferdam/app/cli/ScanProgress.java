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
  private final Instant begun;
  private int services;
  private int ended;
  private long planned;
  private long made;
  private long sent;
  private long without;

  private ScanProgress(PrintWriter err, boolean terminal, Clock clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.begun = clock.instant();
    this.next = begun.plus(step());
  }

  static Progress on(CommandSpec spec, Clock clock) {
    var program = (Cofferdam) spec.root().userObject();
    return program.quiet
        ? Progress.SILENT
        : new ScanProgress(spec.commandLine().getErr(), Terminal.interactive(), clock);
  }

  @Override
  public synchronized void begun(int all) {
    services = all;
  }

  @Override
  public synchronized void ended(String service) {
    ended++;
  }

  @Override
  public synchronized void planned(int calls) {
    planned += calls;
  }

  @Override
  public synchronized void called(CallEnd end) {
    made++;
    sent += end.attempts() > 0 ? 1 : 0;
    without += end.conclusive() ? 0 : 1;
    var now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(step());
    var line =
        String.format(
            Locale.ROOT,
            "asking: %d of %d services done, %,d of %,d calls%s, %,d without an answer",
            ended,
            services,
            made,
            Math.max(made, planned),
            left(now),
            without);
    if (terminal) {
      err.print("\r\u001b[K" + line);
      err.flush();
    } else {
      err.println(line);
    }
  }

  /// What the calls planned so far will take at least; what they find may need more.
  private String left(Instant now) {
    var passed = Duration.between(begun, now);
    if (sent < 20 || passed.isZero() || planned <= made) {
      return "";
    }
    var seconds = passed.toMillis() * (planned - made) / sent / 1000;
    return seconds < 60
        ? ", at least " + seconds + " s left"
        : ", at least " + (seconds + 59) / 60 + " min left";
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
