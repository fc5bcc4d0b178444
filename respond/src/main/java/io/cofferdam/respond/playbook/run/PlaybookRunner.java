package io.cofferdam.respond.playbook.run;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.casebook.Recording;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.spi.timer.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Carries runs on: puts on record what the interpreter says, does what it asks for, and sets the
/// timer when nothing more can be done now. Several processes may carry on one run; who is faster
/// puts it on record, and acts are done once under their key.
public final class PlaybookRunner {
  private static final int MOST_TURNS = 20_000;

  private final CaseRecorder book;
  private final Documents read;
  private final ActPort acts;
  private final Timers timers;
  private final Supplier<Instant> now;

  public PlaybookRunner(CaseRecorder book, ActPort acts, Timers timers, Supplier<Instant> now) {
    this(book, acts, timers, now, new Documents());
  }

  PlaybookRunner(
      CaseRecorder book, ActPort acts, Timers timers, Supplier<Instant> now, Documents read) {
    this.read = read;
    this.book = book;
    this.acts = acts;
    this.timers = timers;
    this.now = now;
  }

  /// Where a run stands after it was carried on.
  ///
  /// @param refused why the case did not take an event, in words; empty where it took all
  public record Report(String run, Next.Wait stands, Optional<String> refused) {}

  /// Begins a run and carries it on. The same playbook that is begun already, and neither ended nor
  /// undone, is carried on instead.
  ///
  /// @param called the playbooks that it calls, and those that they call
  /// @param carriesOut whether the program carries out acts; where not, people do
  public Report start(
      CaseId id,
      Playbook main,
      List<Playbook> called,
      Map<String, String> values,
      boolean carriesOut,
      Actor by) {
    var name = new AtomicReference<>("");
    var documents = new ArrayList<String>();
    documents.add(main.source());
    called.forEach(each -> documents.add(each.source()));
    var refused =
        record(
            id,
            file -> {
              for (var run : RunState.runs(file)) {
                var state = RunState.of(file, run, read).orElseThrow();
                if (state.playbook().id().equals(main.id())
                    && !state.ended()
                    && !state.wentBack()) {
                  name.set(run);
                  return List.of();
                }
              }
              name.set("P" + (RunState.runs(file).size() + 1));
              return List.of(
                  kept(
                      name.get(),
                      new PlaybookEvent.Started(documents, values, carriesOut),
                      time(file),
                      by));
            });
    return refused.isPresent()
        ? new Report(name.get(), new Next.Wait(RunPhase.STOPPED, List.of()), refused)
        : go(id, name.get());
  }

  /// Carries a run on as far as it goes now.
  public Report go(CaseId id, String run) {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      var next = new AtomicReference<Next>();
      var carriesOut = new AtomicReference<>(false);
      var refused =
          record(
              id,
              file -> {
                var state = state(file, run);
                var found = Interpreter.next(state, file, now.get());
                next.set(found);
                carriesOut.set(state.acts());
                return found instanceof Next.Put put ? events(file, run, put) : List.of();
              });
      if (refused.isPresent()) {
        return new Report(run, new Next.Wait(RunPhase.STOPPED, List.of()), refused);
      }
      switch (next.get()) {
        case Next.Put _ -> {}
        case Next.Do it -> {
          var ended = effect(id, run, it, carriesOut.get());
          if (ended.isPresent()) {
            return ended.get();
          }
        }
        case Next.Wait wait -> {
          timer(id, run, wait);
          return new Report(run, wait, Optional.empty());
        }
      }
    }
    throw new CofferdamBug("run " + run + " of case " + id + " never comes to wait");
  }

  /// A person says on, forward, and may tell values.
  public Report goOn(CaseId id, String run, Map<String, String> values, Actor by) {
    var refused =
        record(
            id,
            file -> {
              var events = closing(file, run, false);
              events.add(kept(run, new PlaybookEvent.WentOn(values), time(file), by));
              return events;
            });
    return refused.isPresent()
        ? new Report(run, new Next.Wait(RunPhase.STOPPED, List.of()), refused)
        : go(id, run);
  }

  /// A person says back: what was done is undone, what is asked for is no longer.
  public Report back(CaseId id, String run, String why, Actor by) {
    var refused =
        record(
            id,
            file -> {
              var events = closing(file, run, true);
              events.add(kept(run, new PlaybookEvent.TurnedBack(why), time(file), by));
              return events;
            });
    return refused.isPresent()
        ? new Report(run, new Next.Wait(RunPhase.STOPPED, List.of()), refused)
        : go(id, run);
  }

  /// A person tells how a task of the run ended.
  ///
  /// @param values that it told, by variable
  public Report settle(
      CaseId id,
      String run,
      String task,
      Outcome outcome,
      String words,
      Map<String, String> values,
      Actor by) {
    var refused =
        record(
            id,
            file -> {
              var events = new ArrayList<CaseEvent>();
              events.add(new CaseEvent.TaskDone(time(file), by, task, words));
              state(file, run).instances().entrySet().stream()
                  .filter(each -> each.getValue().task().filter(task::equals).isPresent())
                  .filter(each -> each.getValue().settled().isEmpty())
                  .forEach(
                      each ->
                          events.add(
                              kept(
                                  run,
                                  new PlaybookEvent.Settled(each.getKey(), outcome, words, values),
                                  time(file),
                                  by)));
              return events;
            });
    return refused.isPresent()
        ? new Report(run, new Next.Wait(RunPhase.STOPPED, List.of()), refused)
        : go(id, run);
  }

  /// Ends what people are asked for on a way that the run leaves.
  private List<CaseEvent> closing(CaseFile file, String run, boolean toBack) {
    var events = new ArrayList<CaseEvent>();
    var state = state(file, run);
    if (state.back() == toBack) {
      return events;
    }
    var at = time(file);
    var why = "dropped: the run " + (toBack ? "goes back" : "goes on");
    for (var so : state.instances().values()) {
      Stream.concat(so.task().stream(), so.backTask().stream())
          .map(file.tasks()::get)
          .filter(task -> task != null && task.open())
          .forEach(
              task -> events.add(new CaseEvent.TaskDone(at, Interpreter.MACHINE, task.id(), why)));
      if (so.passed().isEmpty() && so.settled().isEmpty()) {
        so.gate()
            .map(PlaybookEvent.GateAsked::request)
            .filter(request -> open(file, request, at))
            .ifPresent(
                request ->
                    events.add(
                        new CaseEvent.ApprovalWithdrawn(at, Interpreter.MACHINE, request, why)));
      }
    }
    return events;
  }

  private static boolean open(CaseFile file, String request, Instant at) {
    return file.approval(request, at)
        .filter(
            each ->
                each instanceof ApprovalStatus.Waiting || each instanceof ApprovalStatus.Granted)
        .isPresent();
  }

  /// @return where the run stands, where it goes no further now
  private Optional<Report> effect(CaseId id, String run, Next.Do it, boolean carriesOut) {
    var effect = it.effect();
    switch (new Effects(acts, carriesOut).of(effect)) {
      case Effects.Came.Left(var why) -> {
        var waiting = new ArrayList<>(it.meanwhile());
        waiting.add(
            new Next.Waiting(
                effect.instance(), Next.Waiting.Kind.PROGRAM, "", why, Optional.empty()));
        var back = effect instanceof Next.Effect.Back;
        var wait = new Next.Wait(back ? RunPhase.BACK_WAITING : RunPhase.WAITING, waiting);
        timer(id, run, wait);
        return Optional.of(new Report(run, wait, Optional.empty()));
      }
      case Effects.Came.Told(var event) -> {
        var refused =
            record(
                id,
                file -> {
                  // Another process may have been faster: then its answer stands.
                  var still = Interpreter.next(state(file, run), file, now.get());
                  return still instanceof Next.Do(var same, _) && same.equals(effect)
                      ? List.of(kept(run, event, time(file), Interpreter.MACHINE))
                      : List.of();
                });
        return refused.map(
            why -> new Report(run, new Next.Wait(RunPhase.STOPPED, List.of()), Optional.of(why)));
      }
    }
  }

  private void timer(CaseId id, String run, Next.Wait wait) {
    var name = id + "/" + run;
    var next =
        wait.waiting().stream().flatMap(each -> each.until().stream()).min(Instant::compareTo);
    if (next.isPresent()) {
      timers.set(name, next.get());
    } else {
      timers.clear(name);
    }
  }

  private List<CaseEvent> events(CaseFile file, String run, Next.Put put) {
    var events = new ArrayList<CaseEvent>(put.asking());
    put.events().forEach(each -> events.add(kept(run, each, time(file), Interpreter.MACHINE)));
    return events;
  }

  private static CaseEvent kept(String run, PlaybookEvent event, Instant at, Actor by) {
    return new CaseEvent.PlaybookRecorded(
        at, by, run, PlaybookEventJson.kind(event), PlaybookEventJson.payload(event));
  }

  private Instant time(CaseFile file) {
    var time = now.get();
    return time.isBefore(file.latest()) ? file.latest() : time;
  }

  private RunState state(CaseFile file, String run) {
    return RunState.of(file, run, read)
        .orElseThrow(
            () ->
                new io.cofferdam.model.CofferdamException(
                    "CFD-RESPOND-0341",
                    io.cofferdam.model.ErrorCategory.INVALID_INPUT,
                    "case `" + file.id() + "` has no run `" + run + "` " + RunState.runs(file),
                    "`playbook start` begins one"));
  }

  /// @return why it was refused, where it was
  private Optional<String> record(CaseId id, Function<CaseFile, List<CaseEvent>> decide) {
    return switch (book.record(id, decide)) {
      case Recording.Recorded _ -> Optional.empty();
      case Recording.Refused it ->
          Optional.of(it.words() + (it.hint().isEmpty() ? "" : "; " + it.hint()));
      case Recording.NoSuchCase _ -> Optional.of("there is no case `" + id + "`");
    };
  }
}
