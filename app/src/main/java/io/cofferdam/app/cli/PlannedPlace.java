package io.cofferdam.app.cli;

import io.cofferdam.app.scan.PlanScan;
import io.cofferdam.app.scan.ScanResult;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Where a plan is applied, and how its scan is told: the options that all scans of plans share.
final class PlannedPlace {
  @Option(
      names = "--account",
      paramLabel = "NUMBER",
      description = "The account it is applied to, where it does not tell.")
  private @Nullable String account;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region it is applied to, where it does not tell.")
  private @Nullable String region;

  @Mixin private ScanTelling telling = new ScanTelling();

  /// Judges a plan and tells it.
  ///
  /// @return the exit code
  int tell(CommandSpec spec, Clock clock, Function<PlanScan, ScanResult> judged)
      throws IOException {
    var ready = telling.read(spec, clock);
    var scan = new PlanScan(Optional.ofNullable(account), Optional.ofNullable(region), ready.map());
    return ready.tell(judged.apply(scan));
  }
}
