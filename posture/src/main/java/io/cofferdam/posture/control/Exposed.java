package io.cofferdam.posture.control;

import java.util.HashSet;
import java.util.List;

/// A fault on something that outsiders reach weighs more than the same fault behind a wall.
final class Exposed {
  private Exposed() {}

  /// Findings, those of resources that another finding shows to be reachable from outside one step
  /// graver.
  static List<Finding> raised(List<Finding> findings) {
    var open = new HashSet<String>();
    for (var finding : findings) {
      if (finding.control().exposes() && finding.outcome() instanceof Outcome.Violated) {
        open.add(finding.resource().id());
      }
    }
    return findings.stream()
        .map(
            each ->
                open.contains(each.resource().id()) && !each.control().exposes()
                    ? each.with(each.severity().graver(), "outsiders reach it")
                    : each)
        .toList();
  }
}
