package io.cofferdam.app.scan.table;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.report.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What was decided before this scan, so that what does not count is still seen.
final class DecidedRows {
  private static final int SHOWN = 10;

  private final Lines lines;

  DecidedRows(Lines lines) {
    this.lines = lines;
  }

  void print(ScanReport report) {
    suppressed(report.findings());
    report.baseline().ifPresent(taken -> baseline(report, Words.time(taken)));
  }

  private void suppressed(List<Judged> findings) {
    var rows = new ArrayList<String>();
    for (var judged : findings) {
      if (judged.standing() instanceof Standing.Suppressed(var by)) {
        rows.add(
            judged.finding().control().id()
                + " on "
                + ScanTable.name(judged)
                + ": "
                + by.reason()
                + " ("
                + by.owner()
                + ", until "
                + by.expires()
                + ")");
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    lines.heading("Suppressed (" + ScanTable.count(rows.size()) + "), not counted");
    some(rows);
  }

  private void baseline(ScanReport report, String taken) {
    lines.heading("Against the baseline of " + taken + " UTC");
    var findings = report.findings();
    lines.text(
        "  ",
        ScanTable.count(count(findings, j -> j.standing() instanceof Standing.New && j.violated()))
            + " new, "
            + ScanTable.count(
                count(findings, j -> j.standing() instanceof Standing.Known && j.violated()))
            + " known and not counted, "
            + ScanTable.count(report.gone().stream().filter(g -> g.how().mended()).count())
            + " gone");
    some(
        report.gone().stream()
            .filter(each -> each.how().mended())
            .map(DecidedRows::words)
            .toList());
    var unseen = report.gone().stream().filter(each -> !each.how().mended()).toList();
    if (!unseen.isEmpty()) {
      lines.text("  ", "Not known whether they are gone:");
      some(unseen.stream().map(DecidedRows::words).toList());
    }
  }

  private static String words(Gone gone) {
    return gone.former().control() + " on " + gone.former().resource() + ": " + gone.how().words();
  }

  private void some(List<String> rows) {
    rows.stream().limit(SHOWN).forEach(row -> lines.text("  ", row));
    if (rows.size() > SHOWN) {
      lines.text(
          "  ",
          "and " + ScanTable.count(rows.size() - SHOWN) + " more: --format html or json has all");
    }
  }

  private static long count(List<Judged> findings, Predicate<Judged> which) {
    return findings.stream().filter(which).count();
  }
}
