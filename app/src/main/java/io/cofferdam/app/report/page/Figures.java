package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.Figure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.scope.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The numbers at the top of the page.
final class Figures {
  private Figures() {}

  static List<Figure> of(LeakReport report) {
    var figures = new ArrayList<Figure>();
    if (report.dataMapGiven()) {
      figures.add(bounds("People concerned", report.scope().people()));
    }
    figures.add(bounds("Objects taken", report.scope().objects()));
    figures.add(length(report, ExposureState.OPEN, "Proved open"));
    figures.add(length(report, ExposureState.UNKNOWN, "Possibly open as well"));
    return figures;
  }

  private static Figure bounds(String label, Bounds bounds) {
    var detail =
        bounds.exact()
            ? "exact, as far as the inputs are true"
            : "at least "
                + Words.count(bounds.atLeast())
                + " · estimate "
                + Words.count(bounds.estimate())
                + " · at most "
                + Words.atMost(bounds.atMost());
    long scale =
        bounds.bounded() ? Math.max(1, bounds.atMost()) : Math.max(1, bounds.estimate() * 2);
    return new Figure(
        label, Words.range(bounds), detail, bounds.exact() ? "" : IntervalBar.svg(bounds, scale));
  }

  private static Figure length(LeakReport report, ExposureState state, String label) {
    var spans = report.exposures().stream().filter(e -> e.state() == state).toList();
    var resources = spans.stream().map(e -> e.resource().id()).distinct().count();
    var longest =
        spans.stream()
            .map(e -> e.window().length())
            .max(Duration::compareTo)
            .map(Words::length)
            .orElse("none");
    return new Figure(
        label,
        longest,
        resources == 0
            ? "no resource"
            : "longest span, " + resources + (resources == 1 ? " resource" : " resources"),
        "");
  }
}
