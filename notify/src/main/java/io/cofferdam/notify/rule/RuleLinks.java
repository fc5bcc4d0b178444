package io.cofferdam.notify.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks what only the whole catalogue shows: ids are unique, and references lead somewhere.
final class RuleLinks {
  private RuleLinks() {}

  static void check(List<Rule> rules, String root, RuleProblems problems) {
    var ids = new HashSet<String>();
    for (var rule : rules) {
      if (!ids.add(rule.id())) {
        problems.add(root, 1, 1, "rule id `" + rule.id() + "` is used twice [unique ids]");
      }
    }
    for (var rule : rules) {
      for (var next : rule.followUps()) {
        known(next, rule, "follow-ups", ids, root, problems);
      }
      if (rule.clockStart() instanceof ClockStart.Submitted(var after)) {
        known(after, rule, "clock", ids, root, problems);
      }
    }
  }

  private static void known(
      String id, Rule rule, String field, Set<String> ids, String root, RuleProblems problems) {
    if (!ids.contains(id)) {
      problems.add(
          root,
          1,
          1,
          "rule `"
              + rule.id()
              + "`: `"
              + field
              + "` names `"
              + RuleProblems.shown(id)
              + "`"
              + RuleProblems.nearest(id, ids));
    }
  }
}
