package io.cofferdam.app.cli;

import io.cofferdam.app.scan.StoredScan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scan snapshot DIR`.
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = "Judges a snapshot that `scan aws --snapshot-out` kept. Opens no connection.")
final class ScanSnapshotCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder of the snapshot.")
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Option(
      names = "--data-map",
      paramLabel = "FILE",
      description = {
        "What you keep where, and what you demand: weighs and narrows.",
        "docs/data-map.md"
      })
  private @Nullable Path dataMap;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table or json. Default: table.")
  @SuppressWarnings("NullAway.Init")
  private String format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Clock clock;

  ScanSnapshotCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var output = ScanOutput.named(format, spec);
    return output.print(
        StoredScan.of(folder, ScanOutput.dataMap(dataMap), ScanProgress.on(spec, clock)));
  }
}
