package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.ExposureRow;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The exposures as rows: spans of resources that were never open or doubtful are left to the
/// timeline.
final class ExposureRows {
  private static final int MOST = 200;

  private ExposureRows() {}

  static List<ExposureRow> of(LeakReport report, Reasons reasons) {
    var worthNaming = new HashSet<String>();
    for (var each : report.exposures()) {
      if (each.state() != ExposureState.CLOSED) {
        worthNaming.add(key(each));
      }
    }
    var rows = new ArrayList<ExposureRow>();
    for (var each : report.exposures()) {
      if (worthNaming.contains(key(each)) && rows.size() < MOST) {
        rows.add(row(each, reasons));
      }
    }
    return rows;
  }

  private static ExposureRow row(Exposure each, Reasons reasons) {
    return new ExposureRow(
        each.resource().shortName(),
        each.resource().kind().words(),
        each.audience().words(),
        TimelineDrawing.tone(each.state()),
        each.state().name(),
        Words.time(each.window().from()),
        Words.time(each.window().until()),
        Words.length(each.window().length()),
        reasons.words(each.because()));
  }

  private static String key(Exposure each) {
    return each.resource().id() + " " + each.audience().words();
  }
}
