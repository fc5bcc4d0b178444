package io.cofferdam.respond.playbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Says everything that is wrong with a playbook: its flow, who answers, gates, and values. A
/// playbook with any flaw is not run.
public final class PlaybookCheck {
  private PlaybookCheck() {}

  /// All flaws, in the order of the document.
  public static List<Flaw> of(Playbook playbook, Known known) {
    var flaws = new ArrayList<Flaw>();
    if (playbook.revoked()) {
      flaws.add(
          new Flaw(
              playbook.place(),
              FlawKind.REVOKED,
              "the playbook is withdrawn by its author [one that holds]",
              "use its successor"));
    }
    boolean nested = new FlowCheck(playbook, flaws).holds();
    if (nested) {
      var facts = FactsBefore.of(playbook);
      new ValueCheck(playbook, facts, flaws).check();
      new EvidenceCheck(playbook, facts, flaws).check();
    }
    new PeopleCheck(playbook, flaws).check();
    new ReferenceCheck(playbook, known, flaws).check();
    callsItself(playbook, known, new HashSet<>(), flaws, playbook);
    return flaws.stream().distinct().sorted().toList();
  }

  private static void callsItself(
      Playbook at, Known known, Set<String> above, List<Flaw> flaws, Playbook checked) {
    above.add(at.id());
    for (var step : at.steps().values()) {
      if (step instanceof PlaybookStep.Call call) {
        if (above.contains(call.playbook())) {
          flaws.add(
              new Flaw(
                  at.id().equals(checked.id()) ? call.head().place() : checked.place(),
                  FlawKind.RECURSION,
                  "`"
                      + call.head().id()
                      + "` calls `"
                      + call.playbook()
                      + "` within itself [another]",
                  "playbooks call down only; use `while-condition` to repeat"));
        } else {
          known
              .playbooks()
              .apply(call.playbook())
              .ifPresent(called -> callsItself(called, known, above, flaws, checked));
        }
      }
    }
    above.remove(at.id());
  }
}
