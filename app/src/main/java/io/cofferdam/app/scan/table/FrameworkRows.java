package io.cofferdam.app.scan.table;

import io.cofferdam.app.scan.compliance.FrameworkView;
import java.util.List;
import java.util.stream.Collectors;

/// What the scan says about clauses.
final class FrameworkRows {
  private final Lines lines;

  FrameworkRows(Lines lines) {
    this.lines = lines;
  }

  void print(List<FrameworkView> views) {
    views.forEach(this::view);
    if (!views.isEmpty()) {
      lines.empty();
      lines.text("  ", FrameworkView.CAVEAT);
    }
  }

  private void view(FrameworkView view) {
    lines.heading(view.framework().title() + ", " + view.framework().version());
    if (view.clauses().isEmpty()) {
      lines.text("  ", "No control of this scan serves a clause of it.");
    }
    for (var clause : view.clauses()) {
      var counts = clause.counts();
      lines.text(
          "  " + clause.id() + "  ",
          (clause.title().isEmpty() ? "" : clause.title() + ": ")
              + clause.state()
              + " ("
              + counts.violated()
              + " violated, "
              + counts.undetermined()
              + " undetermined, "
              + counts.met()
              + " met"
              + (counts.suppressed() > 0 ? ", " + counts.suppressed() + " suppressed" : "")
              + ")"
              + (clause.reviewed() ? "" : " [mapping not reviewed]"));
      lines.text(
          "      ",
          clause.controls().stream()
              .map(each -> each.control().id() + " (" + each.requirement().coverage().word() + ")")
              .collect(Collectors.joining(", ")));
    }
  }
}
