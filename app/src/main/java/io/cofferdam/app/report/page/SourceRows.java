package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.InputRow;
import io.cofferdam.app.report.page.PageView.SourceRow;
import io.cofferdam.model.source.InputSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was read and how complete it is, as rows.
final class SourceRows {
  private static final int SOURCES = 120;
  private static final int INPUTS = 400;

  private SourceRows() {}

  static List<SourceRow> sources(LeakReport report, Reasons reasons) {
    return report.coverage().stream()
        .limit(SOURCES)
        .map(
            each ->
                new SourceRow(
                    each.source(),
                    each.about(),
                    TimelineDrawing.tone(each.coverage()),
                    each.coverage().name().toLowerCase(Locale.ROOT),
                    Words.time(each.window().from()) + " to " + Words.time(each.window().until()),
                    reasons.words(each.because())))
        .toList();
  }

  /// Inputs with trouble first; a long list is cut and `note` says so.
  static List<InputRow> inputs(LeakReport report) {
    var rows = new ArrayList<InputRow>();
    for (var skipped : report.skipped()) {
      rows.add(new InputRow(skipped.path(), "not read", "", "", "", "", skipped.reason()));
    }
    var inputs = new ArrayList<>(report.inputs());
    inputs.sort(
        (a, b) ->
            Boolean.compare(
                b.undecodable() > 0 || !b.notes().isEmpty(),
                a.undecodable() > 0 || !a.notes().isEmpty()));
    for (var input : inputs) {
      if (rows.size() == INPUTS) {
        break;
      }
      rows.add(row(input));
    }
    return rows;
  }

  static String note(LeakReport report) {
    var inputs = report.inputs().size();
    var shown = Math.min(INPUTS, inputs + report.skipped().size());
    return Words.count(inputs)
        + " inputs, "
        + Words.count(report.events())
        + " records decoded, "
        + Words.count(report.undecodable())
        + " undecodable (kept in dead-letters.jsonl with position and reason), "
        + Words.count(report.skipped().size())
        + " not read. "
        + String.join(" ", report.counts())
        + (shown < inputs + report.skipped().size()
            ? " The first "
                + shown
                + " are listed here, those with trouble first; all of them are in"
                + " report.json."
            : "");
  }

  private static InputRow row(InputSummary input) {
    var span =
        input.first() == null || input.last() == null
            ? ""
            : Words.time(input.first()) + " to " + Words.time(input.last());
    return new InputRow(
        input.path(),
        input.format(),
        Words.count(input.events()),
        Words.count(input.undecodable()),
        Words.count(input.duplicates()),
        span,
        String.join("; ", input.notes()));
  }
}
