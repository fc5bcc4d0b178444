package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.playbook.Nearest;
import io.cofferdam.respond.playbook.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Checks the choices of a branch and the condition of a loop.
///
/// Source: the page of `aws:branch` (automation-action-branch.html) of the user guide.
final class SsmChoices {
  private static final Set<String> OPERATORS =
      Set.of(
          "StringEquals",
          "EqualsIgnoreCase",
          "StartsWith",
          "EndsWith",
          "Contains",
          "NumericEquals",
          "NumericGreater",
          "NumericLesser",
          "NumericGreaterOrEquals",
          "NumericLesserOrEquals",
          "BooleanEquals");
  private static final Set<String> GROUPS = Set.of("And", "Or", "Not");
  private static final int DEEPEST = 10;

  private final List<Flaw> flaws;

  SsmChoices(List<Flaw> flaws) {
    this.flaws = flaws;
  }

  /// The steps that a branch may go to.
  static List<String> targets(SsmStep step) {
    var targets = new ArrayList<String>();
    if (step.inputs().get("Choices") instanceof DocNode.Entry(_, DocNode.Items choices)) {
      for (var choice : choices.items()) {
        if (choice instanceof DocNode.Mapping mapping
            && mapping.entries().get("NextStep") instanceof DocNode.Entry(_, DocNode.Scalar next)) {
          targets.add(next.text());
        }
      }
    }
    step.text("Default").ifPresent(targets::add);
    return targets;
  }

  void check(SsmStep step) {
    if (step.is("aws:branch")
        && step.inputs().get("Choices") instanceof DocNode.Entry(_, DocNode.Items choices)) {
      if (choices.items().isEmpty()) {
        wrong(choices, step.what() + " has no choices [one at least]", "");
      }
      for (var choice : choices.items()) {
        if (choice instanceof DocNode.Mapping mapping) {
          if (!mapping.entries().containsKey("NextStep")) {
            wrong(choice, "a choice of " + step.what() + " has no `NextStep` [a step]", "");
          }
          condition(step, mapping, true, 0);
        }
      }
    }
    if (step.is("aws:loop")
        && step.inputs().get("LoopCondition")
            instanceof DocNode.Entry(_, DocNode.Mapping condition)) {
      condition(step, condition, false, 0);
    }
    step.inner().forEach(this::check);
  }

  private void condition(SsmStep step, DocNode.Mapping mapping, boolean choice, int depth) {
    var names = new HashSet<>(mapping.entries().keySet());
    if (choice) {
      names.remove("NextStep");
    }
    var groups = names.stream().filter(GROUPS::contains).toList();
    var operators = names.stream().filter(OPERATORS::contains).toList();
    for (var name : names) {
      if (!GROUPS.contains(name) && !OPERATORS.contains(name) && !name.equals("Variable")) {
        wrong(
            mapping,
            "a condition of "
                + step.what()
                + " compares by `"
                + Shown.of(name)
                + "` ["
                + String.join(", ", OPERATORS.stream().sorted().toList())
                + "]",
            Nearest.of(name, OPERATORS));
        return;
      }
    }
    if (groups.size() + operators.size() != 1) {
      wrong(
          mapping,
          "a condition of "
              + step.what()
              + " has `"
              + (groups.size() + operators.size())
              + "` comparisons [one; And, Or or Not join several]",
          "");
    } else if (!operators.isEmpty() && !names.contains("Variable")) {
      wrong(mapping, "a condition of " + step.what() + " has no `Variable` [what is compared]", "");
    }
    for (var group : groups) {
      var inner = Objects.requireNonNull(mapping.entries().get(group)).value();
      var parts = inner instanceof DocNode.Items items ? items.items() : List.of(inner);
      for (var part : parts) {
        if (part instanceof DocNode.Mapping one && depth < DEEPEST) {
          condition(step, one, false, depth + 1);
        }
      }
    }
  }

  private void wrong(DocNode at, String words, String hint) {
    flaws.add(new Flaw(at.place(), SsmFlawKind.WRONG_CHOICE, words, hint));
  }
}
