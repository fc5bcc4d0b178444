package io.cofferdam.respond.playbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Checks that variables are there, told before they are asked, and can have the values that they
/// are compared with; that loops end.
final class ValueCheck {
  private static final Pattern USE = Pattern.compile("(__[a-zA-Z_][a-zA-Z0-9_-]{0,199}?__):value");

  private final Playbook playbook;
  private final FactsBefore facts;
  private final List<Flaw> flaws;

  ValueCheck(Playbook playbook, FactsBefore facts, List<Flaw> flaws) {
    this.playbook = playbook;
    this.facts = facts;
    this.flaws = flaws;
  }

  void check() {
    for (var step : playbook.steps().values()) {
      used(step).forEach(name -> told(step, name));
      changed(step).forEach(name -> changes(step, name));
      switch (step) {
        case PlaybookStep.If choice -> answers(step, choice.condition());
        case PlaybookStep.While loop -> {
          answers(step, loop.condition());
          bounded(loop);
        }
        case PlaybookStep.Switch choice -> cases(choice);
        default -> {}
      }
    }
  }

  /// The variables that a step asks.
  static Set<String> used(PlaybookStep step) {
    var used = new TreeSet<String>();
    switch (step) {
      case PlaybookStep.Action action -> {
        used.addAll(action.in());
        action.commands().forEach(each -> in(each.text(), used));
      }
      case PlaybookStep.Call call -> used.addAll(call.in());
      case PlaybookStep.If choice -> used.addAll(choice.condition().variables());
      case PlaybookStep.While loop -> used.addAll(loop.condition().variables());
      case PlaybookStep.Switch choice -> used.add(choice.variable());
      default -> {}
    }
    var rules = step.head().rules();
    rules.clock().ifPresent(clock -> used.add(clock.from()));
    rules.act().ifPresent(act -> act.target().values().forEach(text -> in(text, used)));
    return used;
  }

  private static void in(String text, Set<String> used) {
    var matcher = USE.matcher(text);
    while (matcher.find()) {
      used.add(matcher.group(1));
    }
  }

  private static List<String> changed(PlaybookStep step) {
    return switch (step) {
      case PlaybookStep.Action action -> action.out();
      case PlaybookStep.Call call -> call.out();
      default -> List.of();
    };
  }

  private boolean defined(PlaybookStep step, String name) {
    if (playbook.variables().containsKey(name)) {
      return true;
    }
    add(
        step,
        FlawKind.UNDEFINED_VARIABLE,
        "`" + step.head().id() + "` uses `" + Shown.of(name) + "` [a variable of the playbook]",
        Nearest.of(name, playbook.variables().keySet()));
    return false;
  }

  private void told(PlaybookStep step, String name) {
    if (defined(step, name)
        && facts.reached(step.head().id())
        && !facts.before(step.head().id(), name)) {
      add(
          step,
          FlawKind.UNSET_VARIABLE,
          "`" + step.head().id() + "` uses `" + name + "`, which not every way before it tells",
          "give it a `value`, make it `external`, or name it in `out_args` of a step before");
    }
  }

  private void changes(PlaybookStep step, String name) {
    var known = playbook.variables().get(name);
    if (defined(step, name) && known != null && known.constant()) {
      add(
          step,
          FlawKind.CONSTANT_CHANGED,
          "`" + step.head().id() + "` tells `" + name + "`, which is constant",
          "");
    }
  }

  private void answers(PlaybookStep step, Condition condition) {
    for (var compare : condition.comparisons()) {
      var variables = compare.operands().stream().filter(Condition.Operand::variable).toList();
      for (var variable : variables) {
        for (var operand : compare.operands()) {
          if (!operand.variable()) {
            answer(step, variable.text(), operand.text());
          }
        }
      }
    }
  }

  private void answer(PlaybookStep step, String variable, String value) {
    var known = playbook.variables().get(variable);
    if (known != null && !known.answers().isEmpty() && !known.answers().contains(value)) {
      add(
          step,
          FlawKind.UNKNOWN_ANSWER,
          "`"
              + step.head().id()
              + "` asks whether `"
              + variable
              + "` is `"
              + Shown.of(value)
              + "` ["
              + String.join(", ", known.answers())
              + "]",
          Nearest.of(value, known.answers()));
    }
  }

  private void cases(PlaybookStep.Switch choice) {
    var answers = new HashSet<String>();
    if (playbook.variables().containsKey(choice.variable())) {
      answers.addAll(playbook.variables().get(choice.variable()).answers());
    }
    for (var value : choice.cases().keySet()) {
      if (!value.equals(PlaybookStep.Switch.DEFAULT)) {
        answer(choice, choice.variable(), value);
      }
    }
    answers.removeAll(choice.cases().keySet());
    var covered =
        answers.isEmpty()
            && !playbook.variables().getOrDefault(choice.variable(), NOTHING).answers().isEmpty();
    if (!choice.cases().containsKey(PlaybookStep.Switch.DEFAULT) && !covered) {
      add(
          choice,
          FlawKind.NO_DEFAULT,
          "`" + choice.head().id() + "` has no case `default` [one, or every answer]",
          answers.isEmpty() ? "" : "not covered: " + String.join(", ", new TreeSet<>(answers)));
    }
  }

  private static final Variable NOTHING =
      new Variable(
          "", "", "", java.util.Optional.empty(), false, false, List.of(), new Place("", 1, 1));

  private void bounded(PlaybookStep.While loop) {
    if (loop.head().rules().rounds() == 0) {
      add(
          loop,
          FlawKind.UNBOUNDED_LOOP,
          "`" + loop.head().id() + "` has no bound [`rounds`, 1 to 100]",
          "when it is reached, a person decides");
    }
    var inside = new HashSet<String>();
    within(loop.onTrue(), inside);
    var told = new HashSet<String>();
    inside.forEach(id -> told.addAll(changed(playbook.at(id))));
    told.retainAll(loop.condition().variables());
    if (told.isEmpty()) {
      add(
          loop,
          FlawKind.UNCHANGING_LOOP,
          "nothing within `" + loop.head().id() + "` tells a variable of its condition",
          "name one in `out_args` of a step in it");
    }
  }

  private void within(String id, Set<String> inside) {
    var step = playbook.steps().get(id);
    if (step != null && inside.add(id)) {
      step.branches().forEach(each -> within(each, inside));
      step.head().after().ifPresent(each -> within(each, inside));
      step.head().onFailure().ifPresent(each -> within(each, inside));
    }
  }

  private void add(PlaybookStep step, FlawKind kind, String words, String hint) {
    flaws.add(new Flaw(step.head().place(), kind, words, hint));
  }
}
