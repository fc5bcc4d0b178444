package io.cofferdam.respond.playbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// For each step of a nested flow: which steps were surely done well before it, whatever way the
/// run took, and which variables were surely told.
final class FactsBefore {
  private final Playbook playbook;
  private final Map<String, Set<String>> before = new HashMap<>();

  private FactsBefore(Playbook playbook) {
    this.playbook = playbook;
  }

  static FactsBefore of(Playbook playbook) {
    var facts = new FactsBefore(playbook);
    var told = new HashSet<String>();
    for (var each : playbook.variables().values()) {
      if (each.value().isPresent() || each.external()) {
        told.add(each.name());
      }
    }
    facts.branch(playbook.start(), told);
    return facts;
  }

  boolean reached(String step) {
    return before.containsKey(step);
  }

  /// Whether a step was done, or a variable told, before a step on every way to it.
  boolean before(String step, String fact) {
    return before.getOrDefault(step, Set.of()).contains(fact);
  }

  /// Follows one branch; what holds at all of its ends.
  private Set<String> branch(String start, Set<String> in) {
    var order = order(start);
    var facts = new HashMap<String, Set<String>>();
    facts.put(start, new HashSet<>(in));
    Optional<Set<String>> ends = Optional.empty();
    for (var id : order) {
      var step = playbook.at(id);
      var here = facts.getOrDefault(id, new HashSet<>(in));
      before.put(id, here);
      var after = after(step, here);
      if (step instanceof PlaybookStep.End) {
        ends = Optional.of(ends.map(each -> both(each, after)).orElse(after));
      }
      step.head().after().ifPresent(next -> facts.merge(next, after, FactsBefore::both));
      step.head().onFailure().ifPresent(next -> facts.merge(next, here, FactsBefore::both));
    }
    return ends.orElse(new HashSet<>(in));
  }

  private Set<String> after(PlaybookStep step, Set<String> here) {
    var after = new HashSet<>(here);
    after.add(step.head().id());
    switch (step) {
      case PlaybookStep.Action action -> after.addAll(action.out());
      case PlaybookStep.Call call -> after.addAll(call.out());
      case PlaybookStep.Parallel parallel ->
          parallel.next().forEach(first -> after.addAll(branch(first, here)));
      case PlaybookStep.If choice -> {
        var yes = branch(choice.onTrue(), here);
        var no = choice.onFalse().map(first -> branch(first, here)).orElse(here);
        after.addAll(both(yes, no));
      }
      case PlaybookStep.While loop -> branch(loop.onTrue(), here);
      case PlaybookStep.Switch choice -> {
        Optional<Set<String>> all = Optional.empty();
        for (var first : choice.branches()) {
          var one = branch(first, here);
          all = Optional.of(all.map(each -> both(each, one)).orElse(one));
        }
        all.ifPresent(after::addAll);
      }
      case PlaybookStep.Start _, PlaybookStep.End _ -> {}
    }
    return after;
  }

  private static Set<String> both(Set<String> left, Set<String> right) {
    var both = new HashSet<>(left);
    both.retainAll(right);
    return both;
  }

  /// The steps of one branch, each after all that lead to it.
  private List<String> order(String start) {
    var ways = new HashMap<String, Integer>();
    var seen = new LinkedHashSet<String>();
    var todo = new ArrayList<String>(List.of(start));
    while (!todo.isEmpty()) {
      var id = todo.removeLast();
      if (seen.add(id)) {
        for (var next : next(id)) {
          ways.merge(next, 1, Integer::sum);
          todo.add(next);
        }
      }
    }
    var order = new ArrayList<String>();
    todo.add(start);
    while (!todo.isEmpty()) {
      var id = todo.removeLast();
      order.add(id);
      for (var next : next(id)) {
        if (ways.merge(next, -1, Integer::sum) == 0) {
          todo.add(next);
        }
      }
    }
    return order;
  }

  private List<String> next(String id) {
    var head = playbook.at(id).head();
    var next = new ArrayList<String>();
    head.after().ifPresent(next::add);
    head.onFailure().ifPresent(next::add);
    return next;
  }
}
