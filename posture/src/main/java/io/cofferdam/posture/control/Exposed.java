package io.cofferdam.posture.control;

import java.util.HashMap;
import java.util.List;

/// A fault on something that outsiders reach weighs more than the same fault behind a wall.
final class Exposed {
  private Exposed() {}

  /// Findings, those of resources that another finding shows to be reachable from outside one step
  /// graver, but no graver than the finding that shows it.
  static List<Finding> raised(List<Finding> findings) {
    var open = new HashMap<String, Severity>();
    for (var finding : findings) {
      if (finding.control().exposes() != Exposes.NOTHING
          && finding.outcome() instanceof Outcome.Violated) {
        open.merge(
            finding.resource().id(),
            finding.severity(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    return findings.stream()
        .map(
            each -> {
              var shown = open.get(each.resource().id());
              return shown != null
                      && each.control().exposes() == Exposes.NOTHING
                      && shown.compareTo(each.severity()) < 0
                  ? each.with(each.severity().graver(), "outsiders reach it")
                  : each;
            })
        .toList();
  }
}
