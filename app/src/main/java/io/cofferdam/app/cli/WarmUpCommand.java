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
  /// Enough that what is run for every event stands out from what is run now and then.
  private static final String EVENTS = "60000";

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
    var work = Files.createTempDirectory(folder, "warm-up");
    var demo = work.resolve("demo").toString();
    Cofferdam.run(clock, nowhere, nowhere, "--quiet", "demo", "--out", demo);
    var leak = work.resolve("leak").toString();
    Cofferdam.run(
        clock,
        nowhere,
        nowhere,
        "--quiet",
        "drill",
        "generate",
        "public-training-bucket",
        "--seed",
        "1",
        "--events",
        EVENTS,
        "--out",
        leak);
    Cofferdam.run(
        clock,
        nowhere,
        nowhere,
        "--quiet",
        "investigate",
        leak + "/logs",
        "--data-map",
        leak + "/data-map.yaml",
        "--out",
        work.resolve("report").toString());
    return 0;
  }
}
