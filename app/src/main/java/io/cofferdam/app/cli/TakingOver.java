package io.cofferdam.app.cli;

import picocli.CommandLine.Option;

/// Whether to go on where another may be at work.
final class TakingOver {
  @Option(
      names = "--take-over",
      description = {
        "Go on although a call was begun less than two minutes ago: only where that run is known",
        "to have ended."
      })
  private boolean given;

  boolean given() {
    return given;
  }
}
