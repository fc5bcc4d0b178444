package io.cofferdam.store.killed;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.OpenedFrom;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.Variable;
import io.cofferdam.respond.playbook.run.Next;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.playbook.run.PlaybookRunner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// People on a case who do what they are asked, and tell it. What they did outside they do not do
/// again because a process that was to note it was killed.
final class MadePeople {
  static final CaseId ID = CaseId.of(Outside.START, new byte[] {1, 2, 3, 4});
  static final String RUN = "P1";
  private static final List<String> NAMES = List.of("mara.lind", "tomas.beck", "ines.ruiz");
  static final Actor LEAD = Actor.person(NAMES.getFirst());

  private final CaseBook book;
  private final PlaybookRunner runner;
  private final Outside outside;
  private final Boundaries boundaries;

  MadePeople(CaseBook book, PlaybookRunner runner, Outside outside, Boundaries boundaries) {
    this.book = book;
    this.runner = runner;
    this.outside = outside;
    this.boundaries = boundaries;
  }

  void openCase() {
    var events = new ArrayList<CaseEvent>();
    for (var name : NAMES) {
      var key = Optional.of(key(name).verifier().line());
      events.add(
          new CaseEvent.PersonEnrolled(
              Outside.START, LEAD, new PersonId(name), EnumSet.allOf(Role.class), key));
    }
    book.open(
        new CaseEvent.Opened(Outside.START, LEAD, ID, "A leak", OpenedFrom.PERSON, ""), events);
  }

  private static SigningKey key(String person) {
    return SigningKey.ofSeed(Arrays.copyOf(person.getBytes(StandardCharsets.UTF_8), 32));
  }

  private CaseFile file() {
    return book.read(ID).orElseThrow().file();
  }

  /// Answers the first of what is waited for.
  ///
  /// @return where the run stands then; empty where there was nothing to answer
  Optional<PlaybookRunner.Report> answer(Next.Wait wait) {
    for (var each : wait.waiting()) {
      switch (each.kind()) {
        case TASK -> {
          return Optional.of(work(each.id(), each.instance()));
        }
        case GATE -> {
          return Optional.of(consent(each.id()));
        }
        case TIME, CLOCK, PERSON, PROGRAM -> {}
      }
    }
    return Optional.empty();
  }

  private PlaybookRunner.Report work(String task, String instance) {
    boundaries.at("before-work");
    if (!outside.has("work", task, instance)) {
      outside.add("work", task, instance);
    }
    boundaries.at("after-work");
    var file = file();
    var values = new TreeMap<String, String>();
    if (!goesBack(file)) {
      var step = instance.substring(instance.lastIndexOf('/') + 1);
      words("tells", step).forEach(name -> values.put(name, told(file, name)));
    }
    return runner.settle(ID, RUN, task, Outcome.DONE, "done", values, Actor.person(NAMES.get(1)));
  }

  private static boolean goesBack(CaseFile file) {
    return file.playbooks().stream()
        .map(CaseEvent.PlaybookRecorded::step)
        .filter(step -> step.equals("turned-back") || step.equals("went-on"))
        .reduce((_, last) -> last)
        .filter("turned-back"::equals)
        .isPresent();
  }

  /// The first time the first of the answers that can be given, then the next: so a loop ends.
  private String told(CaseFile file, String name) {
    var answers = words("answers", name);
    if (answers.isEmpty()) {
      return name.contains("_at_") ? Outside.START.toString() : "made";
    }
    long before =
        file.playbooks().stream()
            .filter(each -> each.step().equals("settled"))
            .filter(each -> each.payload().canonical().contains("\"" + name + "\""))
            .count();
    return answers.get((int) Math.min(before, answers.size() - 1));
  }

  /// The words behind a name.
  private List<String> words(String kind, String name) {
    return outside.lines(kind).stream()
        .map(line -> List.of(line.split(" ", -1)))
        .filter(words -> words.getFirst().equals(name))
        .findFirst()
        .map(words -> words.subList(1, words.size()))
        .orElse(List.of());
  }

  /// Notes what each step tells, and which answers there are: to read it from the playbooks in each
  /// process would take most of its time.
  void learn(List<Playbook> playbooks) {
    for (var playbook : playbooks) {
      for (var each : playbook.steps().values()) {
        if (each instanceof PlaybookStep.Action action && !action.out().isEmpty()) {
          outside.add("tells", action.head().id() + " " + String.join(" ", action.out()));
        }
      }
      for (var each : playbook.variables().values()) {
        if (!each.answers().isEmpty()) {
          outside.add("answers", each.name() + " " + String.join(" ", each.answers()));
        }
      }
    }
  }

  /// What is told at the start.
  static Map<String, String> told(Map<String, Variable> variables) {
    var told = new TreeMap<String, String>();
    for (var each : variables.values()) {
      if (each.external() && each.value().isEmpty()) {
        told.put(
            each.name(),
            each.answers().isEmpty()
                ? each.name().contains("_at_") ? Outside.START.toString() : "made"
                : each.answers().getFirst());
      }
    }
    return told;
  }

  private PlaybookRunner.Report consent(String request) {
    for (var name : NAMES) {
      var person = new PersonId(name);
      book.record(ID, file -> given(file, request, person));
    }
    return runner.go(ID, RUN);
  }

  private List<CaseEvent> given(CaseFile file, String request, PersonId person) {
    Instant now = outside.now();
    var asked = file.approvals().get(request);
    if (asked == null
        || asked.approvers().contains(person)
        || !(file.approval(request, now).orElseThrow() instanceof ApprovalStatus.Waiting)) {
      return List.of();
    }
    var signature = key(person.value()).sign(asked.request().approvalBytes(person));
    return List.of(
        new CaseEvent.ApprovalGiven(
            now, new Actor.Person(person), request, Base64.getEncoder().encodeToString(signature)));
  }
}
