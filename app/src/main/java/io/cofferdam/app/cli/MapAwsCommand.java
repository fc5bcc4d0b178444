package io.cofferdam.app.cli;

import io.cofferdam.app.map.MapFiles;
import io.cofferdam.app.scan.LiveScan;
import io.cofferdam.app.scan.ScanRequest;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `map aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the configuration of the account of your credentials, keeps it as a snapshot",
      "beside the map, and maps it.",
      "What it needs to be allowed: `cofferdam permissions aws`."
    })
final class MapAwsCommand implements Callable<Integer> {
  @Mixin private AskedCloud cloud = new AskedCloud();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go. Default: cofferdam-map-<time>.")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  private final Clock clock;

  MapAwsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var to = MapSummary.folder(out, clock);
    MapFiles.prepare(to);
    var snapshot = to.resolve("snapshot");
    new LiveScan(clock, ScanProgress.on(spec, clock))
        .of(
            new ScanRequest(
                cloud.profile(),
                cloud.regions(),
                cloud.endpoint(),
                Optional.of(snapshot),
                DataMap.empty(),
                Optional.empty(),
                cloud.patience(),
                Optional.empty()));
    var map = MapFiles.write(snapshot, to, Progress.SILENT);
    MapSummary.print(map, to, spec.commandLine().getOut());
    return 0;
  }
}
