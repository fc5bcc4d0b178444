package io.cofferdam.respond.cases;

import java.util.List;

/// How far a case has come, after NIST SP 800-61 Rev. 2 section 3: detection and analysis
/// (`OPENED`, `ANALYSING`), containment, eradication and recovery (`CONTAINING` to `RECOVERING`),
/// post-incident activity (`REVIEWING`).
public enum CaseState implements Worded {
  OPENED,
  ANALYSING,
  CONTAINING,
  CONTAINED,
  ERADICATING,
  RECOVERING,
  REVIEWING,
  CLOSED,
  REOPENED;

  /// One step that is permitted.
  ///
  /// @param when the reason for it, in the words of the diagram
  public record Transition(CaseState from, CaseState to, String when) {}

  /// All that are permitted. Nothing else decides over a change of state.
  public static final List<Transition> TRANSITIONS =
      List.of(
          new Transition(OPENED, ANALYSING, "someone looks into it"),
          new Transition(OPENED, CONTAINING, "it must be stopped at once"),
          new Transition(OPENED, CLOSED, "opened by mistake"),
          new Transition(ANALYSING, CONTAINING, "there is something to stop"),
          new Transition(ANALYSING, REVIEWING, "nothing is left to stop"),
          new Transition(ANALYSING, CLOSED, "false alarm"),
          new Transition(CONTAINING, CONTAINED, "it is proved to be stopped"),
          new Transition(CONTAINING, ANALYSING, "the wrong thing was being stopped"),
          new Transition(CONTAINED, CONTAINING, "it goes on"),
          new Transition(CONTAINED, ANALYSING, "more came to light"),
          new Transition(CONTAINED, ERADICATING, "the cause is to be removed"),
          new Transition(ERADICATING, CONTAINING, "it goes on"),
          new Transition(ERADICATING, RECOVERING, "the cause is removed"),
          new Transition(RECOVERING, CONTAINING, "it goes on"),
          new Transition(RECOVERING, ERADICATING, "the cause is not removed"),
          new Transition(RECOVERING, REVIEWING, "services run again"),
          new Transition(REVIEWING, ANALYSING, "more came to light"),
          new Transition(REVIEWING, CLOSED, "lessons have owners"),
          new Transition(CLOSED, REOPENED, "it was closed too early"),
          new Transition(REOPENED, ANALYSING, "someone looks into it"),
          new Transition(REOPENED, CONTAINING, "it must be stopped at once"),
          new Transition(REOPENED, CLOSED, "nothing new after all"));

  public boolean mayBecome(CaseState to) {
    return next().contains(to);
  }

  /// The states that may follow.
  public List<CaseState> next() {
    return TRANSITIONS.stream()
        .filter(each -> each.from() == this)
        .map(Transition::to)
        .distinct()
        .toList();
  }
}
