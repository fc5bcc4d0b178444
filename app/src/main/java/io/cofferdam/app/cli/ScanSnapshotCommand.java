package io.cofferdam.app.cli;

import io.cofferdam.app.audit.NetworkAudit;
import io.cofferdam.app.scan.StoredScan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scan snapshot DIR`.
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    description = "Judges a snapshot that `scan aws --snapshot-out` kept. Opens no connection.")
final class ScanSnapshotCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder of the snapshot.")
  private Path folder;

  @Mixin private ScanTelling telling = new ScanTelling();

  @Spec private CommandSpec spec;

  private final Clock clock;

  ScanSnapshotCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ready = telling.read(spec, clock);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return ready.tell(
        StoredScan.of(folder, ready.map(), ready.reviews(), ScanProgress.on(spec, clock))
            .noting(NetworkAudit.beside(folder, today)));
  }
}
