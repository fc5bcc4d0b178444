package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.StepClass;
import java.util.List;

/// Checks that evidence is secured before anything can destroy it.
final class EvidenceCheck {
  private final Playbook playbook;
  private final FactsBefore facts;
  private final List<Flaw> flaws;

  EvidenceCheck(Playbook playbook, FactsBefore facts, List<Flaw> flaws) {
    this.playbook = playbook;
    this.facts = facts;
    this.flaws = flaws;
  }

  void check() {
    for (var step : playbook.steps().values()) {
      var head = step.head();
      for (var id : head.rules().evidenceBefore()) {
        if (!playbook.steps().containsKey(id)) {
          add(
              head,
              FlawKind.DANGLING_STEP,
              "`"
                  + head.id()
                  + "` waits for evidence of `"
                  + Shown.of(id)
                  + "`, which is not there",
              Nearest.of(id, playbook.steps().keySet()));
        } else if (!(playbook.at(id) instanceof PlaybookStep.Action)) {
          add(
              head,
              FlawKind.LATE_EVIDENCE,
              "`" + id + "` secures nothing by itself [an action in `evidence-before`]",
              "name the action that secures it, in this playbook");
        } else if (facts.reached(head.id()) && !facts.before(head.id(), id)) {
          add(
              head,
              FlawKind.LATE_EVIDENCE,
              "`" + id + "` is not done before `" + head.id() + "` on every way [done before]",
              "move it before, or out of a branch that is not always taken");
        }
      }
      if (endangers(step) && head.rules().evidenceBefore().isEmpty()) {
        add(
            head,
            FlawKind.LATE_EVIDENCE,
            "`" + head.id() + "` may destroy and no evidence is secured before [`evidence-before`]",
            "name the step that secures what this one changes or ends");
      }
    }
  }

  private static boolean endangers(PlaybookStep step) {
    var kind = step.head().rules().step();
    return step instanceof PlaybookStep.Action action
        && PeopleCheck.mayDestroy(action)
        && (kind.equals(java.util.Optional.of(StepClass.CONTAINMENT))
            || kind.equals(java.util.Optional.of(StepClass.ERADICATION)));
  }

  private void add(PlaybookStep.Head head, FlawKind kind, String words, String hint) {
    flaws.add(new Flaw(head.place(), kind, words, hint));
  }
}
