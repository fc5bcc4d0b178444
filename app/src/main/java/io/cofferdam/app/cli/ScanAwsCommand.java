package io.cofferdam.app.cli;

import io.cofferdam.app.audit.NetworkAudit;
import io.cofferdam.app.scan.LiveScan;
import io.cofferdam.app.scan.ScanRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `scan aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the configuration of the account of your credentials and judges it.",
      "What it needs to be allowed: `cofferdam permissions aws`."
    })
final class ScanAwsCommand implements Callable<Integer> {
  @Option(names = "--profile", paramLabel = "NAME", description = "Of the AWS configuration files.")
  private @Nullable String profile;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only there; several times for several. Default: all enabled.")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Ask this address instead of AWS.")
  private @Nullable String endpoint;

  @Option(
      names = "--snapshot-out",
      paramLabel = "DIR",
      description = {
        "Keep the answers there, for `scan snapshot`.",
        "An unfinished snapshot is gone on with."
      })
  private @Nullable Path snapshotOut;

  @Mixin private ScanTelling telling = new ScanTelling();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Clock clock;

  ScanAwsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ready = telling.read(spec, clock);
    var request =
        new ScanRequest(
            Optional.ofNullable(profile),
            regions,
            Optional.ofNullable(endpoint).map(ScanRequest::endpoint),
            Optional.ofNullable(snapshotOut),
            ready.map());
    var result = new LiveScan(clock, ScanProgress.on(spec, clock)).of(request);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return ready.tell(
        snapshotOut == null ? result : result.noting(NetworkAudit.beside(snapshotOut, today)));
  }
}
