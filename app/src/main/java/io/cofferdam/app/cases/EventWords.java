package io.cofferdam.app.cases;

import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.OpenedFrom;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.Worded;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// An event in one line.
final class EventWords {
  private static final int NOTE = 100;

  private EventWords() {}

  static String of(CaseEvent event) {
    return switch (event) {
      case CaseEvent.Opened it ->
          "opened from " + article(it.origin()) + ": " + it.title() + behind(it.reference());
      case CaseEvent.PersonEnrolled it ->
          "enrolled "
              + it.person()
              + " as "
              + roles(it.roles())
              + (it.key().isPresent() ? ", with a key" : ", without a key");
      case CaseEvent.PersonRemoved it -> "removed " + it.person() + ": " + it.why();
      case CaseEvent.RaciAssigned it ->
          it.row().accountable() + " is accountable for " + it.row().step().word();
      case CaseEvent.ContactAdded it ->
          "contact " + it.contact().kind().word() + ": " + it.contact().name();
      case CaseEvent.TaskAdded it ->
          "task " + it.task() + " (" + it.step().word() + "): " + it.title();
      case CaseEvent.TaskAssigned it -> "task " + it.task() + " goes to " + it.assignee();
      case CaseEvent.TaskDone it -> "task " + it.task() + " is done: " + it.outcome();
      case CaseEvent.Linked it -> "linked " + it.link().kind().word() + " " + it.link().reference();
      case CaseEvent.StateChanged it -> "now " + it.to().word() + ": " + it.why();
      case CaseEvent.Noted it -> "note: " + shortened(it.text());
      case CaseEvent.ApprovalRequested it ->
          "asked for approval " + it.request().id() + ": " + it.request().summary();
      case CaseEvent.ApprovalGiven it -> "approved " + it.request();
      case CaseEvent.ApprovalRejected it -> "rejected " + it.request() + ": " + it.why();
      case CaseEvent.ApprovalWithdrawn it -> "withdrew " + it.request() + ": " + it.why();
      case CaseEvent.ApprovalExpired it -> it.request() + " expired";
      case CaseEvent.ApprovalUsed it -> "used approval " + it.request() + " for act " + it.act();
      case CaseEvent.PlaybookRecorded it ->
          "playbook run "
              + it.run()
              + ": "
              + it.step()
              + behind(it.payload().text("instance").orElse(""));
      case CaseEvent.Custody it -> CustodyText.words(it);
      case CaseEvent.ActRecorded it -> "act " + it.act() + ": " + it.step() + behind(it.outcome());
    };
  }

  static String who(Actor actor) {
    return switch (actor) {
      case Actor.Person(var id) -> id.value();
      case Actor.Machine(var name) -> "(" + name + ")";
    };
  }

  static String roles(Set<Role> roles) {
    return roles.stream().map(Worded::word).collect(Collectors.joining(", "));
  }

  static String people(Collection<PersonId> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(PersonId::value).collect(Collectors.joining(", "));
  }

  private static String article(OpenedFrom origin) {
    return switch (origin) {
      case PERSON -> "what a person saw";
      case ALERT -> "an alert";
      case INVESTIGATION -> "an investigation";
    };
  }

  private static String behind(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String shortened(String text) {
    var line = text.replace('\n', ' ');
    return line.length() <= NOTE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, NOTE / 2)) + " ...";
  }
}
