package io.cofferdam.app.cli;

import io.cofferdam.app.map.MapFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `map snapshot DIR`.
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = "Maps a snapshot that `scan aws --snapshot-out` kept. Opens no connection.")
final class MapSnapshotCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder of the snapshot.")
  private Path folder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go. Default: cofferdam-map-<time>.")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  private final Clock clock;

  MapSnapshotCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var to = MapSummary.folder(out, clock);
    MapFiles.prepare(to);
    var map = MapFiles.write(folder, to, ScanProgress.on(spec, clock));
    MapSummary.print(map, to, spec.commandLine().getOut());
    return 0;
  }
}
