package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Follows the ways through one list of steps: what is reached, what cannot come to an end, and
/// which steps surely went well before another, whatever way was taken.
final class SsmFlow {
  /// Stands among what went well for: people were asked and agreed.
  static final String APPROVED = "";

  private final List<SsmStep> steps;
  private final List<Flaw> flaws;
  private final Map<String, Integer> at = new HashMap<>();
  private final Map<Integer, Set<String>> before = new HashMap<>();
  private boolean dangling;

  private SsmFlow(List<SsmStep> steps, List<Flaw> flaws) {
    this.steps = steps;
    this.flaws = flaws;
    for (int i = 0; i < steps.size(); i++) {
      at.putIfAbsent(steps.get(i).name(), i);
    }
  }

  /// Where a way leads, and whether the step had gone well on it.
  private record Way(int to, boolean well) {}

  /// What a step goes to.
  ///
  /// @param ends whether the run may end here with the step done well
  private record Ways(List<Way> ways, boolean ends) {}

  /// Checks one list.
  ///
  /// @param given what went well before the list began
  /// @return for each step, by its position, what surely went well before it; none for a step that
  ///     is not reached
  static Map<Integer, Set<String>> check(List<SsmStep> steps, Set<String> given, List<Flaw> flaws) {
    var flow = new SsmFlow(steps, flaws);
    if (!steps.isEmpty()) {
      var ways = new ArrayList<Ways>();
      for (int i = 0; i < steps.size(); i++) {
        ways.add(flow.ways(i));
      }
      flow.follow(ways, given);
      flow.unreached();
      flow.endless(ways);
    }
    return flow.before;
  }

  private Ways ways(int i) {
    var step = steps.get(i);
    var ways = new ArrayList<Way>();
    var ends = false;
    var chosen = new ArrayList<String>();
    if (step.is("aws:branch")) {
      chosen.addAll(SsmChoices.targets(step));
    }
    for (var name : chosen) {
      go(ways, step, name, true, "a choice");
    }
    if (!step.is("aws:branch") || !step.inputs().containsKey("Default")) {
      ends = onward(ways, i, true);
    }
    var failed = step.onFailure();
    if (failed.equals("Continue")) {
      onward(ways, i, false);
    } else if (failed.startsWith(SsmStep.TO_STEP)) {
      go(ways, step, failed.substring(SsmStep.TO_STEP.length()).strip(), false, "`onFailure`");
    }
    step.onCancel()
        .filter(each -> each.startsWith(SsmStep.TO_STEP))
        .ifPresent(
            each ->
                go(
                    ways,
                    step,
                    each.substring(SsmStep.TO_STEP.length()).strip(),
                    false,
                    "`onCancel`"));
    return new Ways(ways, ends);
  }

  /// The way on where nothing else is said; whether it is an end.
  private boolean onward(List<Way> ways, int i, boolean well) {
    var step = steps.get(i);
    if (step.end()) {
      return true;
    }
    if (step.next().isPresent()) {
      if (well) {
        go(ways, step, step.next().get(), true, "`nextStep`");
      } else if (at.containsKey(step.next().get())) {
        ways.add(new Way(at.get(step.next().get()), false));
      }
      return false;
    }
    if (i + 1 < steps.size()) {
      ways.add(new Way(i + 1, well));
      return false;
    }
    return true;
  }

  private void go(List<Way> ways, SsmStep from, String name, boolean well, String by) {
    var to = at.get(name);
    if (to == null) {
      dangling = true;
      flaws.add(
          new Flaw(
              from.place(),
              SsmFlawKind.DANGLING_STEP,
              by
                  + " of "
                  + from.what()
                  + " leads to `"
                  + Shown.of(name)
                  + "`, which is not there [a step]",
              Nearest.of(name, at.keySet())));
    } else {
      ways.add(new Way(to, well));
    }
  }

  private void follow(List<Ways> ways, Set<String> given) {
    before.put(0, Set.copyOf(given));
    var todo = new ArrayDeque<Integer>(List.of(0));
    while (!todo.isEmpty()) {
      int i = todo.removeFirst();
      var here = before.getOrDefault(i, Set.of());
      var well = new TreeSet<>(here);
      well.add(steps.get(i).name());
      if (steps.get(i).is("aws:approve")) {
        well.add(APPROVED);
      }
      for (var way : ways.get(i).ways()) {
        var told = way.well() ? well : here;
        var known = before.get(way.to());
        var both = new TreeSet<>(told);
        if (known != null) {
          both.retainAll(known);
        }
        if (known == null || both.size() < known.size()) {
          before.put(way.to(), both);
          todo.add(way.to());
        }
      }
    }
  }

  private void unreached() {
    for (int i = 0; i < steps.size(); i++) {
      if (!before.containsKey(i) && Objects.equals(at.get(steps.get(i).name()), i)) {
        flaws.add(
            new Flaw(
                steps.get(i).place(),
                SsmFlawKind.UNREACHABLE_STEP,
                "no way leads to " + steps.get(i).what() + " [one from the first step]",
                "name it in `nextStep`, `onFailure` or a choice, or leave it out"));
      }
    }
  }

  private void endless(List<Ways> ways) {
    var ending = new boolean[steps.size()];
    for (var grown = true; grown; ) {
      grown = false;
      for (int i = 0; i < steps.size(); i++) {
        if (!ending[i]
            && (ways.get(i).ends() || ways.get(i).ways().stream().anyMatch(w -> ending[w.to()]))) {
          ending[i] = true;
          grown = true;
        }
      }
    }
    for (int i = 0; i < steps.size() && !dangling; i++) {
      if (before.containsKey(i) && !ending[i]) {
        flaws.add(
            new Flaw(
                steps.get(i).place(),
                SsmFlawKind.ENDLESS_LOOP,
                "from " + steps.get(i).what() + " on no way comes to an end [one that does]",
                "a branch out of the circle, or `aws:loop`, which has a bound"));
        return;
      }
    }
  }

  /// Whether a list names a step twice.
  static void unique(List<SsmStep> steps, Set<String> seen, List<Flaw> flaws) {
    for (var step : steps) {
      if (!seen.add(step.name())) {
        flaws.add(
            new Flaw(
                step.place(),
                SsmFlawKind.DUPLICATE_STEP,
                step.what() + " stands twice [each name once]",
                ""));
      }
      unique(step.inner(), seen, flaws);
    }
  }

  /// What a node is for messages about the outputs of the document.
  static String text(DocNode node) {
    return node instanceof DocNode.Scalar scalar ? scalar.text() : "";
  }
}
