package io.cofferdam.respond.cases;

import io.cofferdam.respond.cases.CaseEvent.Opened;

/// Who may make which event happen, and when the case is closed.
final class WhoMay {
  private WhoMay() {}

  static void check(CaseDraft draft, Opened opening, CaseEvent event) throws Refusal {
    wellFormed(event.by());
    if (draft.state == CaseState.CLOSED && !goesOnWhenClosed(event)) {
      throw new Refusal(
          "the case is closed [reopened, for anything but notes, links and evidence]",
          "case state " + opening.id() + " reopened --why ...");
    }
    switch (event.by()) {
      case Actor.Machine machine -> {
        if (takesAPerson(event)) {
          throw new Refusal("`" + machine.name() + "` is no person [a person on the case]", "");
        }
      }
      case Actor.Person person -> {
        if (!known(draft, opening, person)) {
          throw new Refusal(
              "`" + person.id() + "` is not on the case [somebody enrolled and not removed]",
              "somebody on it runs: case enrol " + opening.id() + " " + person.id());
        }
      }
    }
  }

  static void wellFormed(Actor actor) throws Refusal {
    switch (actor) {
      case Actor.Machine machine -> Texts.name("name of the part of the program", machine.name());
      case Actor.Person person -> wellFormed(person.id());
    }
  }

  static void wellFormed(PersonId person) throws Refusal {
    if (!person.wellFormed()) {
      throw new Refusal(
          "the name of a person is not well formed [lower case letters, digits, `.`, `_`, `-`; at"
              + " most 64]",
          "write it as in `mara.lind`");
    }
  }

  /// The person who opened the case is on it until they are enrolled and removed.
  private static boolean known(CaseDraft draft, Opened opening, Actor.Person person) {
    var enrolled = draft.people.get(person.id());
    return enrolled != null ? enrolled.active() : person.equals(opening.by()) || unmanned(draft);
  }

  /// A case that a machine opened has nobody on it until the first is enrolled.
  private static boolean unmanned(CaseDraft draft) {
    return draft.people.isEmpty()
        && draft.opening != null
        && draft.opening.by() instanceof Actor.Machine;
  }

  private static boolean takesAPerson(CaseEvent event) {
    return switch (event) {
      case CaseEvent.PersonEnrolled _,
          CaseEvent.PersonRemoved _,
          CaseEvent.RaciAssigned _,
          CaseEvent.ApprovalGiven _,
          CaseEvent.ApprovalRejected _,
          CaseEvent.Custody _ ->
          true;
      case CaseEvent.StateChanged changed ->
          changed.to() == CaseState.CLOSED || changed.to() == CaseState.REOPENED;
      default -> false;
    };
  }

  private static boolean goesOnWhenClosed(CaseEvent event) {
    return switch (event) {
      case CaseEvent.StateChanged _,
          CaseEvent.Noted _,
          CaseEvent.Linked _,
          CaseEvent.ActRecorded _,
          CaseEvent.PlaybookRecorded _,
          CaseEvent.Custody _ ->
          true;
      default -> false;
    };
  }
}
