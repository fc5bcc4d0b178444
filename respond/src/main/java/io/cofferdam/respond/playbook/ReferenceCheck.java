package io.cofferdam.respond.playbook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Checks what a playbook names outside of its flow: acts, agents, targets, duties of law and other
/// playbooks.
final class ReferenceCheck {
  private final Playbook playbook;
  private final Known known;
  private final List<Flaw> flaws;

  ReferenceCheck(Playbook playbook, Known known, List<Flaw> flaws) {
    this.playbook = playbook;
    this.known = known;
    this.flaws = flaws;
  }

  void check() {
    for (var step : playbook.steps().values()) {
      step.head().rules().act().ifPresent(act -> act(step, act));
      step.head().rules().clock().ifPresent(clock -> clock(step, clock));
      switch (step) {
        case PlaybookStep.Action action -> agents(action);
        case PlaybookStep.Call call -> call(call);
        default -> {}
      }
    }
  }

  private void act(PlaybookStep step, ActBinding act) {
    var names = known.acts().get(act.id());
    if (names == null) {
      add(
          act.place(),
          FlawKind.UNKNOWN_ACT,
          "there is no act `" + Shown.of(act.id()) + "` [one of docs/contain.md]",
          Nearest.of(act.id(), known.acts().keySet()));
      return;
    }
    var wanted = new TreeSet<>(names);
    wanted.add("account");
    var given = new TreeSet<>(act.target().keySet());
    given.remove("region");
    if (!given.equals(wanted)) {
      add(
          act.place(),
          FlawKind.WRONG_TARGET,
          "`"
              + step.head().id()
              + "` names the target by `"
              + Shown.of(String.join(", ", given))
              + "` ["
              + String.join(", ", wanted)
              + ", and region where it has one]",
          "");
    }
  }

  private void clock(PlaybookStep step, LegalClock clock) {
    if (known.duties().isPresent() && !known.duties().get().contains(clock.duty())) {
      add(
          clock.place(),
          FlawKind.UNKNOWN_CLOCK,
          "`"
              + step.head().id()
              + "` is bound to the duty `"
              + Shown.of(clock.duty())
              + "` [one of the catalogue of jurisdictions]",
          Nearest.of(clock.duty(), known.duties().get()));
    }
  }

  private void agents(PlaybookStep.Action action) {
    if (!action.agent().isEmpty() && !playbook.agents().containsKey(action.agent())) {
      unknown(action, action.agent(), "agent_definitions", playbook.agents().keySet());
    }
    for (var target : action.targets()) {
      if (!playbook.targets().containsKey(target)) {
        unknown(action, target, "target_definitions", playbook.targets().keySet());
      }
    }
  }

  private void unknown(PlaybookStep step, String id, String where, Set<String> known) {
    add(
        step.head().place(),
        FlawKind.UNKNOWN_AGENT,
        "`" + step.head().id() + "` names `" + Shown.of(id) + "` [one of `" + where + "`]",
        Nearest.of(id, known));
  }

  private void call(PlaybookStep.Call call) {
    var called = known.playbooks().apply(call.playbook());
    if (called.isEmpty()) {
      add(
          call.head().place(),
          FlawKind.UNKNOWN_PLAYBOOK,
          "`"
              + call.head().id()
              + "` calls `"
              + Shown.of(call.playbook())
              + "`, which is not there",
          "`playbook list` tells the ids");
      return;
    }
    for (var each : called.get().variables().values()) {
      if (each.external() && each.value().isEmpty() && !call.in().contains(each.name())) {
        add(
            call.head().place(),
            FlawKind.UNSET_VARIABLE,
            "`" + call.head().id() + "` does not tell `" + each.name() + "` [in `in_args`]",
            "the playbook that it calls asks for it");
      }
    }
    for (var name : call.out()) {
      if (!called.get().variables().containsKey(name)) {
        add(
            call.head().place(),
            FlawKind.UNDEFINED_VARIABLE,
            "`" + call.head().id() + "` takes `" + Shown.of(name) + "`, which that one has not",
            Nearest.of(name, called.get().variables().keySet()));
      }
    }
  }

  private void add(Place place, FlawKind kind, String words, String hint) {
    flaws.add(new Flaw(place, kind, words, hint));
  }
}
