package io.cofferdam.app.cli;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.review.ReviewLedger;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.baseline.Baseline;
import io.cofferdam.app.scan.baseline.SuppressionFile;
import io.cofferdam.app.scan.compliance.Framework;
import io.cofferdam.app.scan.export.Exports;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.app.scan.theirs.TheirFile;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.scene.AccessReviews;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// How a scan is told, and beside what: the options that all scans share.
final class ScanTelling {
  /// Where nothing says how wide the terminal is.
  private static final int WIDTH = 96;

  @Option(
      names = "--data-map",
      paramLabel = "FILE",
      description = {
        "What you keep where, and what you demand: weighs",
        "and narrows. docs/data-map.md"
      })
  private @Nullable Path dataMap;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = {"table, json, ocsf, asff, sarif, oscal, csv or html.", "Default: table."})
  private String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there instead of standard output.")
  private @Nullable Path out;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "The JSON of a former scan: only what is new",
        "counts for the exit code; what is gone is told."
      })
  private @Nullable Path baseline;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = {
        "Findings that somebody answers for until a day,",
        "as YAML. They are told and do not count."
      })
  private @Nullable Path suppressions;

  @Option(
      names = "--framework",
      paramLabel = "NAME",
      description = {
        "What it says on the clauses of gdpr, nis2, iso27001,",
        "nist-ai-rmf, eu-ai-act, pci-dss, or all."
      })
  private List<String> frameworks = new ArrayList<>();

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description = {"Results of Security Hub or AWS Config, to be shown", "beside as theirs."})
  private List<Path> imports = new ArrayList<>();

  @Option(
      names = "--reviews",
      paramLabel = "DIR",
      description = {"The ledger of signed access reviews.", "docs/access-review.md"})
  private @Nullable Path reviews;

  /// Options that are understood, with the files they name read.
  ///
  /// @param out where it goes, or empty: standard output
  /// @param map what the company says of its stores, or a map that says nothing
  /// @param reviews the access reviews that people signed, where their ledger was given
  record Ready(
      ScanForm form,
      Optional<Path> out,
      DataMap map,
      Optional<AccessReviews> reviews,
      Beside beside,
      CommandSpec spec,
      Clock clock) {

    /// Tells a scan.
    ///
    /// @return the exit code
    int tell(ScanResult result) throws IOException {
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      var report = ScanReport.of(result, beside, today);
      var program = (Cofferdam) spec.root().userObject();
      if (out.isPresent()) {
        Exports.toFile(form.export(false, WIDTH), report, out.get());
        if (!program.quiet) {
          spec.commandLine().getErr().println("written: " + out.get());
        }
        return report.exitCode();
      }
      var colour = !program.noColor && Terminal.interactive() && System.getenv("NO_COLOR") == null;
      var stream = spec.commandLine().getOut();
      form.export(colour, width(spec)).write(report, stream);
      stream.flush();
      return report.exitCode();
    }
  }

  /// Reads what the options name, before a scan of minutes begins.
  Ready read(CommandSpec spec, Clock clock) throws IOException {
    var form = ScanForm.named(format);
    if (form == ScanForm.HTML && frameworks.isEmpty()) {
      frameworks = List.of(Framework.ALL);
    }
    var theirs = new ArrayList<TheirFile>();
    for (var file : imports) {
      theirs.add(TheirFile.read(file));
    }
    return new Ready(
        form,
        Optional.ofNullable(out),
        dataMap == null ? DataMap.empty() : DataMapFile.read(dataMap),
        Optional.ofNullable(reviews)
            .map(folder -> ReviewLedger.at(folder, KeyFolder.path()))
            .map(ledger -> ledger.read(clock.instant()).forControls()),
        new Beside(
            baseline == null ? Optional.empty() : Optional.of(Baseline.read(baseline)),
            suppressions == null ? List.of() : SuppressionFile.read(suppressions),
            Framework.named(frameworks),
            theirs),
        spec,
        clock);
  }

  private static int width(CommandSpec spec) {
    var named = System.getenv("COLUMNS");
    if (named != null && named.matches("[1-9]\\d{1,3}")) {
      return Integer.parseInt(named);
    }
    return Terminal.interactive() ? spec.root().usageMessage().width() : WIDTH;
  }
}
