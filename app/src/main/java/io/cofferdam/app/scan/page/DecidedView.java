package io.cofferdam.app.scan.page;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.page.ScanView.DecidedRow;
import io.cofferdam.app.scan.report.ScanReport;
import java.util.ArrayList;
import java.util.List;

/// What was decided before the scan, as the page shows it.
record DecidedView(ScanReport report) {
  private static final int MOST = 500;

  List<DecidedRow> suppressed() {
    var rows = new ArrayList<DecidedRow>();
    for (var judged : report.findings()) {
      if (rows.size() < MOST && judged.standing() instanceof Standing.Suppressed(var by)) {
        rows.add(
            new DecidedRow(
                judged.finding().control().id(),
                judged.finding().resource().id(),
                judged.finding().outcome().word(),
                by.reason() + " (" + by.owner() + ", until " + by.expires() + ")"));
      }
    }
    return rows;
  }

  List<DecidedRow> gone() {
    return report.gone().stream()
        .limit(MOST)
        .map(
            each ->
                new DecidedRow(
                    each.former().control(),
                    each.former().resource(),
                    each.how().mended() ? "gone" : "not known",
                    each.how().words()))
        .toList();
  }

  /// What the baseline changes, in a sentence, or empty where there is none.
  String baseline() {
    return report
        .baseline()
        .map(
            taken ->
                "Against the scan of "
                    + Words.time(taken)
                    + " UTC: "
                    + count(Standing.New.class)
                    + " new, "
                    + count(Standing.Known.class)
                    + " known and not counted, "
                    + report.gone().stream().filter(each -> each.how().mended()).count()
                    + " gone.")
        .orElse("");
  }

  private String count(Class<? extends Standing> standing) {
    return Words.count(
        report.findings().stream()
            .filter(Judged::violated)
            .filter(each -> standing.isInstance(each.standing()))
            .count());
  }
}
