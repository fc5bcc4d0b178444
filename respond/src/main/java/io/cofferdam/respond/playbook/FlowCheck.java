package io.cofferdam.respond.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Checks that the flow is nested: every step is reached, within one branch only, every branch
/// comes to an end of its own, and nothing goes in circles but a loop.
final class FlowCheck {
  private final Playbook playbook;
  private final List<Flaw> flaws;
  private final Map<String, String> branchOf = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int before;

  FlowCheck(Playbook playbook, List<Flaw> flaws) {
    this.playbook = playbook;
    this.flaws = flaws;
  }

  /// Whether the flow can be followed.
  boolean holds() {
    before = flaws.size();
    start();
    if (playbook.onException().isPresent()) {
      add(
          playbook.place(),
          FlawKind.WRONG_WAY_ON,
          "`workflow_exception` is not followed here [`on_failure` at the step]",
          "a step that fails without it stops for a person");
    }
    for (var step : playbook.steps().values()) {
      single(step);
    }
    if (flaws.size() > before) {
      return false;
    }
    walk(playbook.start(), "the playbook");
    playbook
        .steps()
        .forEach(
            (id, step) -> {
              if (!branchOf.containsKey(id)) {
                add(
                    step.head().place(),
                    FlawKind.UNREACHABLE_STEP,
                    "no way leads to `" + id + "` [one from the start]",
                    "name it in `on_completion`, `on_true` or another, or leave it out");
              }
            });
    return flaws.stream().skip(before).allMatch(each -> each.kind() == FlawKind.UNREACHABLE_STEP);
  }

  private void add(Place place, FlawKind kind, String words, String hint) {
    flaws.add(new Flaw(place, kind, words, hint));
  }

  private void start() {
    var starts =
        playbook.steps().values().stream().filter(PlaybookStep.Start.class::isInstance).toList();
    if (starts.size() != 1) {
      add(
          starts.isEmpty() ? playbook.place() : starts.get(1).head().place(),
          FlawKind.WRONG_START,
          "the playbook has `" + starts.size() + "` start steps [one]",
          "");
    } else if (!starts.getFirst().head().id().equals(playbook.start())) {
      add(
          playbook.place(),
          FlawKind.WRONG_START,
          "`workflow_start` is `" + Shown.of(playbook.start()) + "` [the start step]",
          "");
    }
  }

  private void single(PlaybookStep step) {
    var head = step.head();
    ways(step).forEach(to -> exists(head, to));
    if (step instanceof PlaybookStep.End) {
      if (ways(step).findAny().isPresent()) {
        add(
            head.place(),
            FlawKind.WRONG_WAY_ON,
            "the end `" + head.id() + "` goes on [nowhere]",
            "");
      }
    } else if (head.after().isEmpty()) {
      add(
          head.place(),
          FlawKind.NO_END,
          "nothing follows on `" + head.id() + "` [`on_completion`, at last an end step]",
          "every branch comes to an end step of its own");
    }
    if (step instanceof PlaybookStep.Parallel parallel && parallel.next().size() < 2) {
      add(
          head.place(),
          FlawKind.SINGLE_BRANCH,
          "`" + head.id() + "` has `" + parallel.next().size() + "` branches [two or more]",
          "one branch is a step after the other");
    }
    if (step instanceof PlaybookStep.Start
        && (head.onSuccess().isPresent() || head.onFailure().isPresent())) {
      add(head.place(), FlawKind.WRONG_WAY_ON, "a start has only `on_completion`", "");
    }
  }

  private static Stream<String> ways(PlaybookStep step) {
    var head = step.head();
    return Stream.concat(
        Stream.of(head.onCompletion(), head.onSuccess(), head.onFailure())
            .flatMap(Optional::stream),
        step.branches().stream());
  }

  private void exists(PlaybookStep.Head from, String to) {
    if (!playbook.steps().containsKey(to)) {
      add(
          from.place(),
          FlawKind.DANGLING_STEP,
          "`" + from.id() + "` goes on to `" + Shown.of(to) + "`, which is not there [a step]",
          Nearest.of(to, playbook.steps().keySet()));
    }
  }

  /// Follows a branch from a step on; an explicit stack, as a document may be long.
  private void walk(String start, String branch) {
    record Visit(String id, boolean leave) {}
    var stack = new ArrayList<Visit>();
    stack.add(new Visit(start, false));
    while (!stack.isEmpty()) {
      var visit = stack.removeLast();
      if (visit.leave()) {
        open.remove(visit.id());
        continue;
      }
      var step = playbook.steps().get(visit.id());
      if (step == null || seen(step, branch)) {
        continue;
      }
      branchOf.put(visit.id(), branch);
      open.add(visit.id());
      stack.add(new Visit(visit.id(), true));
      int number = 0;
      for (var first : step.branches()) {
        number++;
        walk(first, "branch " + number + " of `" + visit.id() + "`");
      }
      Stream.of(step.head().onFailure(), step.head().after())
          .flatMap(Optional::stream)
          .forEach(next -> stack.add(new Visit(next, false)));
    }
  }

  private boolean seen(PlaybookStep step, String branch) {
    var id = step.head().id();
    var known = branchOf.get(id);
    if (known == null) {
      return false;
    }
    if (open.contains(id)) {
      add(
          step.head().place(),
          FlawKind.CYCLE,
          "the way comes back to `" + id + "` [each step once]",
          "repeat by `while-condition`, which has a bound");
    } else if (!known.equals(branch)) {
      add(
          step.head().place(),
          FlawKind.SHARED_STEP,
          "`" + id + "` belongs to " + known + " and to " + branch + " [one of them]",
          "a branch comes to an end of its own; what follows all is `on_completion` of the step"
              + " that branches");
    }
    return true;
  }
}
