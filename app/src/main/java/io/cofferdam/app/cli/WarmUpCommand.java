package io.cofferdam.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Runs what is run most, so that the ahead-of-time cache knows it. Not for people.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private final Clock clock;

  WarmUpCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var folder = Path.of(System.getProperty("cofferdam.out", System.getProperty("java.io.tmpdir")));
    Cofferdam.run(clock, nowhere, nowhere, "--help");
    Cofferdam.run(clock, nowhere, nowhere, "investigate", "--help");
    var demo = Files.createTempDirectory(folder, "warm-up").resolve("demo");
    Cofferdam.run(clock, nowhere, nowhere, "--quiet", "demo", "--out", demo.toString());
    return 0;
  }
}
