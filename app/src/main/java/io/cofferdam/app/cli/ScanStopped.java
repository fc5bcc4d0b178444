package io.cofferdam.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/// Says, when a scan is stopped from the keyboard, what is kept and how to go on.
final class ScanStopped extends Thread {
  private final PrintWriter err;
  private final Optional<Path> snapshot;

  ScanStopped(PrintWriter err, Optional<Path> snapshot) {
    super("scan-stopped");
    this.err = err;
    this.snapshot = snapshot;
  }

  @Override
  public void run() {
    err.println();
    err.println("cofferdam: the scan was stopped; nothing was judged");
    err.println(
        snapshot
            .map(
                folder ->
                    "hint: what was answered is kept in `"
                        + folder
                        + "`; the same command goes on from there")
            .orElse("hint: with --snapshot-out a stopped scan can be gone on with"));
    err.flush();
  }

  /// The scan has ended by itself.
  void ended() {
    try {
      Runtime.getRuntime().removeShutdownHook(this);
    } catch (IllegalStateException stopping) {
      // the program is being stopped, and says so
    }
  }
}
