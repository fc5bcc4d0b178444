package io.cofferdam.respond.playbook.run;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.respond.casebook.Recording;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.Judged;
import io.cofferdam.respond.cases.OpenedFrom;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.Variable;
import io.cofferdam.respond.spi.timer.Timers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// A case in memory, people who answer, a cloud that counts, and a process that is killed at a
/// boundary: before or after something is put on record, done outside, or set as a timer.
public final class MadeRun implements CaseRecorder, ActPort, Timers {
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final CaseId ID = CaseId.of(START, new byte[] {1, 2, 3, 4});
  private static final Documents READ = new Documents();
  private static final List<String> PEOPLE = List.of("mara.lind", "tomas.beck", "ines.ruiz");

  CaseFile file;
  Instant now = START;

  /// How often each act had its effect, by key; and undone.
  final Map<String, Integer> effects = new LinkedHashMap<>();

  final Map<String, Integer> undone = new LinkedHashMap<>();
  final Map<String, Instant> timers = new HashMap<>();
  final Map<String, String> answers = new TreeMap<>();
  final List<Playbook> books;
  int boundary;
  int killAt = -1;
  boolean byHand;

  /// The process is gone.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  MadeRun(List<Playbook> books) {
    this.books = books;
    var opened =
        new CaseEvent.Opened(
            START, Actor.person(PEOPLE.getFirst()), ID, "A leak", OpenedFrom.PERSON, "");
    var events = new ArrayList<CaseEvent>();
    events.add(opened);
    for (var person : PEOPLE) {
      events.add(
          new CaseEvent.PersonEnrolled(
              START,
              Actor.person(PEOPLE.getFirst()),
              new PersonId(person),
              EnumSet.allOf(Role.class),
              Optional.of(key(person).verifier().line())));
    }
    this.file = accepted(CaseFile.of(events));
    for (var book : books) {
      for (var each : book.variables().values()) {
        answers.putIfAbsent(each.name(), answer(each));
      }
    }
  }

  /// The first time the first of the answers that can be given, then the next: so a loop ends.
  private String answer(String name) {
    long before =
        file.playbooks().stream()
            .filter(each -> each.step().equals("settled"))
            .filter(each -> each.payload().members().get("values").canonical().contains(name))
            .count();
    return books.stream()
        .flatMap(book -> java.util.Optional.ofNullable(book.variables().get(name)).stream())
        .map(Variable::answers)
        .filter(known -> !known.isEmpty())
        .findFirst()
        .map(known -> known.get((int) Math.min(before, known.size() - 1)))
        .orElseGet(() -> answers.getOrDefault(name, "made"));
  }

  private static String answer(Variable variable) {
    if (!variable.answers().isEmpty()) {
      return variable.answers().getFirst();
    }
    return variable.name().contains("_at_") ? START.toString() : "made";
  }

  static SigningKey key(String person) {
    return SigningKey.ofSeed(Arrays.copyOf(person.getBytes(StandardCharsets.UTF_8), 32));
  }

  private static CaseFile accepted(Judged judged) {
    return switch (judged) {
      case Judged.Accepted(var file) -> file;
      case Judged.Refused refused -> throw new IllegalStateException(refused.words());
    };
  }

  private void boundary() {
    if (boundary++ == killAt) {
      throw new Killed();
    }
  }

  @Override
  public Recording record(CaseId id, Function<CaseFile, List<CaseEvent>> decide) {
    var events = decide.apply(file);
    if (events.isEmpty()) {
      return new Recording.Recorded(file, events);
    }
    boundary();
    return switch (file.attempt(events)) {
      case Judged.Refused refused -> new Recording.Refused(refused.words(), refused.hint());
      case Judged.Accepted(var after) -> {
        file = after;
        boundary();
        yield new Recording.Recorded(file, events);
      }
    };
  }

  @Override
  public Planning plan(ActOrder order) {
    return byHand
        ? new Planning.ByHand("not here")
        : new Planning.Planned("ab".repeat(32), "the plan of " + order.act(), 1);
  }

  @Override
  public Doing act(ActOrder order, String planHash, String request) {
    boundary();
    if (!(file.approval(request, now).orElseThrow() instanceof ApprovalStatus.Granted)) {
      return new Doing.Refused("no consent");
    }
    if (effects.getOrDefault(order.key(), 0) <= undone.getOrDefault(order.key(), 0)) {
      effects.merge(order.key(), 1, Integer::sum);
    }
    boundary();
    return new Doing.Done("proved");
  }

  @Override
  public Undoing back(ActOrder order) {
    boundary();
    if (effects.getOrDefault(order.key(), 0) > undone.getOrDefault(order.key(), 0)) {
      undone.merge(order.key(), 1, Integer::sum);
    }
    boundary();
    return new Undoing.Undone("as before");
  }

  @Override
  public void set(String run, Instant at) {
    boundary();
    timers.put(run, at);
    boundary();
  }

  @Override
  public void clear(String run) {
    timers.remove(run);
  }

  /// A process of its own, that knows only what is on record.
  PlaybookRunner runner() {
    return new PlaybookRunner(this, this, this, () -> now, READ);
  }

  Map<String, String> told() {
    var told = new TreeMap<String, String>();
    for (var each : books.getFirst().variables().values()) {
      if (each.external() && each.value().isEmpty()) {
        told.put(each.name(), answers.getOrDefault(each.name(), "made"));
      }
    }
    return told;
  }

  PlaybookRunner.Report start() {
    return runner()
        .start(
            ID,
            books.getFirst(),
            books.subList(1, books.size()),
            told(),
            true,
            Actor.person(PEOPLE.getFirst()));
  }

  /// People answer everything that is waited for, or time passes.
  ///
  /// @return whether anything was left to do
  boolean answer(Next.Wait wait) {
    for (var each : wait.waiting()) {
      switch (each.kind()) {
        case TASK -> {
          settle(each.id());
          return true;
        }
        case GATE -> {
          consent(each.id());
          return true;
        }
        default -> {}
      }
    }
    var next =
        wait.waiting().stream()
            .filter(each -> each.kind() == Next.Waiting.Kind.TIME)
            .flatMap(each -> each.until().stream())
            .min(Instant::compareTo);
    next.ifPresent(at -> now = at);
    return next.isPresent();
  }

  void settle(String task) {
    if (!file.tasks().get(task).open()) {
      return;
    }
    var state = RunState.of(file, "P1", READ).orElseThrow();
    var values = new TreeMap<String, String>();
    state.instances().entrySet().stream()
        .filter(each -> each.getValue().task().filter(task::equals).isPresent())
        .forEach(
            each -> {
              var step = each.getKey().substring(each.getKey().lastIndexOf('/') + 1);
              for (var book : books) {
                if (book.step(step).orElse(null) instanceof PlaybookStep.Action action) {
                  action.out().forEach(name -> values.put(name, answer(name)));
                }
              }
            });
    now = now.plus(Duration.ofSeconds(30));
    runner()
        .settle(
            ID,
            "P1",
            task,
            PlaybookEvent.Outcome.DONE,
            "done",
            values,
            Actor.person(PEOPLE.get(1)));
  }

  void consent(String request) {
    now = now.plus(Duration.ofSeconds(30));
    var asked = file.approvals().get(request);
    for (var person : PEOPLE) {
      var id = new PersonId(person);
      if (asked.approvers().contains(id)
          || !(file.approval(request, now).orElseThrow() instanceof ApprovalStatus.Waiting)) {
        continue;
      }
      var given =
          new CaseEvent.ApprovalGiven(
              now,
              Actor.person(person),
              request,
              Base64.getEncoder()
                  .encodeToString(key(person).sign(asked.request().approvalBytes(id))));
      record(ID, _ -> List.of(given));
    }
  }

  /// Carries the run to its end, starting another process whenever one is killed.
  RunPhase toTheEnd() {
    return drive(() -> runner().go(ID, "P1"));
  }

  RunPhase drive(java.util.function.Supplier<PlaybookRunner.Report> go) {
    for (int i = 0; i < 5_000; i++) {
      try {
        var report = file.playbooks().isEmpty() ? start() : go.get();
        if (report.refused().isPresent()) {
          throw new IllegalStateException(report.refused().get());
        }
        if (!answer(report.stands())) {
          return report.stands().phase();
        }
      } catch (Killed killed) {
        killAt = -1;
      }
    }
    throw new IllegalStateException("it never ends");
  }

  /// The places that were settled, in their order; each must be there once.
  List<String> settled() {
    return file.playbooks().stream()
        .filter(each -> each.step().equals("settled"))
        .map(each -> each.payload().text("instance").orElseThrow())
        .toList();
  }

  List<String> recorded(Set<String> kinds) {
    return file.playbooks().stream()
        .filter(each -> kinds.contains(each.step()))
        .map(each -> each.step() + " " + each.payload().text("instance").orElse(""))
        .toList();
  }
}
