package io.cofferdam.app.cli;

import io.cofferdam.app.audit.NetworkAudit;
import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.drift.ChangeEvents;
import io.cofferdam.app.drift.Drift;
import io.cofferdam.app.drift.DriftJson;
import io.cofferdam.app.drift.DriftTable;
import io.cofferdam.app.drift.EventDrift;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scan drift SNAPSHOT SNAPSHOT`, `scan drift SNAPSHOT --event FILE`.
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what changed between two snapshots, or by calls that CloudTrail recorded, and which",
      "outcomes changed with it. With --event only what the calls touch is judged anew.",
      "Exit codes: 1 something is new or worse, 3 something can no longer be told, else 0."
    })
final class ScanDriftCommand implements Callable<Integer> {
  @Parameters(arity = "1..2", paramLabel = "SNAPSHOT", description = "The earlier, then the later.")
  private List<Path> snapshots;

  @Option(
      names = "--event",
      paramLabel = "FILE",
      description = "A CloudTrail log file of changes since the snapshot.")
  private @Nullable Path event;

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
  private String format;

  @Spec private CommandSpec spec;

  private final Clock clock;

  ScanDriftCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (!format.equals("table") && !format.equals("json")) {
      throw new CofferdamException(
          "CFD-APP-0094",
          ErrorCategory.INVALID_INPUT,
          "`--format` is `" + format + "` [table or json]",
          "drift is told in these two");
    }
    if ((event == null) != (snapshots.size() == 2)) {
      throw new CofferdamException(
          "CFD-APP-0097",
          ErrorCategory.INVALID_INPUT,
          snapshots.size()
              + " snapshots "
              + (event == null ? "without" : "with")
              + " `--event` [two snapshots, or one and --event FILE]",
          "scan drift EARLIER LATER, or scan drift SNAPSHOT --event FILE");
    }
    var map = dataMap == null ? DataMap.empty() : DataMapFile.read(dataMap);
    var progress = ScanProgress.on(spec, clock);
    var drift =
        event == null
            ? Drift.between(snapshots.getFirst(), snapshots.getLast(), map, progress)
            : new EventDrift(map).of(snapshots.getFirst(), ChangeEvents.read(event), progress);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    drift = drift.noting(NetworkAudit.beside(snapshots.getLast(), today));
    var out = spec.commandLine().getOut();
    if (format.equals("json")) {
      out.println(DriftJson.of(drift));
    } else {
      new DriftTable(out).print(drift);
    }
    return drift.exitCode();
  }
}
