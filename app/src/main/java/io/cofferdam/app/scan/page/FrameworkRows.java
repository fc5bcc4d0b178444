package io.cofferdam.app.scan.page;

import io.cofferdam.app.scan.compliance.FrameworkView;
import io.cofferdam.app.scan.compliance.FrameworkView.Clause;
import io.cofferdam.app.scan.compliance.FrameworkView.Counts;
import io.cofferdam.app.scan.page.ScanView.ClauseRow;
import io.cofferdam.app.scan.page.ScanView.FrameworkRow;
import java.util.List;
import java.util.stream.Stream;

/// What frameworks ask, as the page shows it.
final class FrameworkRows {
  private FrameworkRows() {}

  static FrameworkRow of(FrameworkView view) {
    var framework = view.framework();
    return new FrameworkRow(
        framework.title(),
        framework.version(),
        framework.source(),
        summary(view.clauses()),
        view.clauses().stream().map(FrameworkRows::clause).toList());
  }

  private static String summary(List<Clause> clauses) {
    if (clauses.isEmpty()) {
      return "no control of this scan serves a clause";
    }
    return clauses.size()
        + " clauses served: "
        + String.join(
            ", ",
            Stream.of("violated", "undetermined", "met", "nothing to judge")
                .map(state -> count(clauses, state) + " " + state)
                .filter(each -> !each.startsWith("0 "))
                .toList());
  }

  private static long count(List<Clause> clauses, String state) {
    return clauses.stream().filter(each -> each.state().equals(state)).count();
  }

  private static ClauseRow clause(Clause clause) {
    return new ClauseRow(
        clause.id(),
        clause.title(),
        clause.state().replace("nothing to judge", "nothing"),
        clause.state(),
        counts(clause.counts()),
        clause.controls().stream()
            .map(
                each ->
                    each.control().id()
                        + ", "
                        + each.requirement().coverage().word()
                        + (each.requirement().reviewed() ? ": " : ", not reviewed: ")
                        + each.requirement().reason()
                        + " ("
                        + counts(each.counts())
                        + ")")
            .toList());
  }

  private static String counts(Counts counts) {
    return counts.violated()
        + " violated, "
        + counts.undetermined()
        + " undetermined, "
        + counts.met()
        + " met"
        + (counts.suppressed() > 0 ? ", " + counts.suppressed() + " of them suppressed" : "");
  }
}
