package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.ExposureRow;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import java.util.List;

/// The exposures as rows: spans of resources that were never open or doubtful are left to the
/// timeline.
final class ExposureRows {
  private static final int MOST = 200;

  private ExposureRows() {}

  static List<ExposureRow> of(LeakReport report, Reasons reasons) {
    return ShownExposures.of(report).stream()
        .flatMap(track -> track.spans().stream())
        .limit(MOST)
        .map(each -> row(each, reasons))
        .toList();
  }

  private static ExposureRow row(Exposure each, Reasons reasons) {
    return new ExposureRow(
        each.resource().shortName(),
        each.resource().kind().words(),
        each.audience().words(),
        TimelineDrawing.tone(each.state()),
        each.state().name(),
        looked(each),
        Words.time(each.window().from()),
        Words.time(each.window().until()),
        Words.length(each.window().length()),
        reasons.words(each.because()));
  }

  private static String looked(Exposure each) {
    if (each.state() != ExposureState.UNKNOWN) {
      return "";
    }
    return switch (each.apparent()) {
      case OPEN -> "looked open";
      case CLOSED -> "looked closed";
      case UNKNOWN -> "";
    };
  }
}
