package io.cofferdam.access.aws.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Why there is no such request: for each class of callers, the tests that exclude each other in
/// every way the policies leave.
///
/// @param steps all classes of callers there are, so that together they are everybody asked about
public record Proof(List<Step> steps) {
  public Proof {
    steps = List.copyOf(steps);
  }

  /// One class of callers.
  ///
  /// @param caller in words
  /// @param conflicts empty where nothing names these callers at all
  public record Step(String caller, List<Conflict> conflicts) {
    public Step {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// A sentence per reason, with the callers it holds for; alike callers are told together.
  public List<String> lines() {
    Map<String, Set<String>> reasonsOf = new LinkedHashMap<>();
    for (Step step : steps) {
      Set<String> reasons = reasonsOf.computeIfAbsent(step.caller(), c -> new LinkedHashSet<>());
      step.conflicts().forEach(conflict -> reasons.add(conflict.words()));
    }
    Map<Set<String>, List<String>> callers = new LinkedHashMap<>();
    reasonsOf.forEach(
        (caller, reasons) -> callers.computeIfAbsent(reasons, r -> new ArrayList<>()).add(caller));
    List<String> lines = new ArrayList<>();
    callers.forEach(
        (reasons, who) -> {
          String names = names(who);
          if (reasons.isEmpty()) {
            lines.add(names + ": no Allow applies to them");
          }
          reasons.forEach(reason -> lines.add(names + ": " + reason));
        });
    return lines;
  }

  private static String names(List<String> who) {
    return who.size() <= 3
        ? String.join("; ", who)
        : who.get(0) + "; " + who.get(1) + " and " + (who.size() - 2) + " more kinds of callers";
  }
}
