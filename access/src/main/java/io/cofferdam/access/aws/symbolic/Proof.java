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

  /// Callers for whom the same reasons hold.
  ///
  /// @param callers in words
  /// @param reasons empty where no Allow applies to them at all
  public record Group(String callers, List<String> reasons) {
    public Group {
      reasons = List.copyOf(reasons);
    }
  }

  /// Alike callers told together, with what excludes their requests.
  public List<Group> groups() {
    Map<String, Set<String>> reasonsOf = new LinkedHashMap<>();
    for (Step step : steps) {
      Set<String> reasons = reasonsOf.computeIfAbsent(step.caller(), c -> new LinkedHashSet<>());
      step.conflicts().forEach(conflict -> reasons.add(conflict.words()));
    }
    Map<Set<String>, Set<String>> callers = new LinkedHashMap<>();
    reasonsOf.forEach(
        (caller, reasons) ->
            callers.computeIfAbsent(reasons, r -> new LinkedHashSet<>()).add(caller));
    List<Group> groups = new ArrayList<>();
    callers.forEach(
        (reasons, who) ->
            groups.add(new Group(CallerNames.of(who, reasonsOf.keySet()), List.copyOf(reasons))));
    return groups;
  }

  /// A sentence per reason, with the callers it holds for.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group group : groups()) {
      if (group.reasons().isEmpty()) {
        lines.add(group.callers() + ": no Allow applies");
      }
      group.reasons().forEach(reason -> lines.add(group.callers() + ": " + reason));
    }
    return lines;
  }
}
