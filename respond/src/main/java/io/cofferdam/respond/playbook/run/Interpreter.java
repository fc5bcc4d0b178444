package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.Truth;
import io.cofferdam.respond.playbook.run.Next.Waiting;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what a run needs now, from what is on record and nothing else. It follows the flow from its
/// start each time and comes to the places that are not done; so nothing on the way can be skipped,
/// and nothing that is on record is done again.
final class Interpreter {
  static final Actor MACHINE = Actor.machine("playbook");

  private final RunState state;
  private final CaseFile file;
  private final Instant now;
  final List<PlaybookEvent> events = new ArrayList<>();
  final List<CaseEvent> asking = new ArrayList<>();
  final List<Next.Effect> effects = new ArrayList<>();
  final List<Waiting> waiting = new ArrayList<>();

  /// @param now not before the latest event of the case: a clock put back changes nothing
  private Interpreter(RunState state, CaseFile file, Instant now) {
    this.state = state;
    this.file = file;
    this.now = now.isBefore(file.latest()) ? file.latest() : now;
  }

  /// What is next: first what is to be put on record, then what is to be done, then what is waited
  /// for.
  static Next next(RunState state, CaseFile file, Instant now) {
    var it = new Interpreter(state, file, now);
    return state.back() ? it.backward() : it.forward();
  }

  private Next forward() {
    if (state.ended()) {
      return new Next.Wait(RunPhase.ENDED, List.of());
    }
    var book = state.playbook();
    boolean complete = sequence(book, "", book.start());
    new Clocks(state, this).look();
    if (complete) {
      events.add(new PlaybookEvent.Ended());
    }
    return found(false);
  }

  private Next backward() {
    if (state.wentBack()) {
      return new Next.Wait(RunPhase.BACK, List.of());
    }
    new BackSteps(state, this).look();
    return found(true);
  }

  private Next found(boolean back) {
    if (!events.isEmpty()) {
      return new Next.Put(events, asking);
    }
    if (!effects.isEmpty()) {
      return new Next.Do(effects.getFirst(), waiting);
    }
    boolean stopped =
        waiting.stream()
            .filter(each -> each.kind() != Waiting.Kind.CLOCK)
            .allMatch(each -> each.kind() == Waiting.Kind.PERSON);
    var phase =
        back
            ? stopped ? RunPhase.BACK_STOPPED : RunPhase.BACK_WAITING
            : stopped ? RunPhase.STOPPED : RunPhase.WAITING;
    return new Next.Wait(phase, waiting);
  }

  Instant now() {
    return now;
  }

  CaseFile file() {
    return file;
  }

  RunState state() {
    return state;
  }

  /// Follows one branch; true where it came to its end.
  private boolean sequence(Playbook book, String prefix, String start) {
    var id = start;
    while (true) {
      var step = book.at(id);
      if (step instanceof PlaybookStep.End) {
        return true;
      }
      var next = step(book, prefix, step);
      if (next.isEmpty()) {
        return false;
      }
      id = next.get();
    }
  }

  /// The step after this one; empty while it is not done.
  private Optional<String> step(Playbook book, String prefix, PlaybookStep step) {
    var instance = prefix + step.head().id();
    var so = state.instance(instance);
    if (so.stopped().isPresent()) {
      stands(instance, so.stopped().get());
      return Optional.empty();
    }
    return switch (step) {
      case PlaybookStep.Start start -> start.head().after();
      case PlaybookStep.End _ -> Optional.empty();
      case PlaybookStep.Action action ->
          new ActionStep(book, prefix, action, this).look().flatMap(it -> after(action, it));
      case PlaybookStep.Call call -> {
        var called = state.documents().get(call.playbook());
        if (called == null) {
          stop(instance, StopReason.VALUE_UNKNOWN, "`" + call.playbook() + "` is not there");
          yield Optional.empty();
        }
        yield sequence(called, instance + "/", called.start())
            ? call.head().after()
            : Optional.empty();
      }
      case PlaybookStep.Parallel parallel -> {
        boolean all = true;
        int number = 0;
        for (var first : parallel.next()) {
          number++;
          all &= sequence(book, instance + "." + number + "/", first);
        }
        yield all ? parallel.head().after() : Optional.empty();
      }
      case PlaybookStep.If choice -> {
        var branch = decided(instance, choice.condition().holds(state.values()));
        if (branch.isEmpty()) {
          yield Optional.empty();
        }
        var first = branch.get().equals("true") ? Optional.of(choice.onTrue()) : choice.onFalse();
        yield first.isEmpty() || sequence(book, instance + "." + branch.get() + "/", first.get())
            ? choice.head().after()
            : Optional.empty();
      }
      case PlaybookStep.While loop -> loop(book, instance, loop);
      case PlaybookStep.Switch choice -> chosen(book, instance, choice);
    };
  }

  private Optional<String> after(PlaybookStep.Action action, PlaybookEvent.Settled how) {
    return how.outcome() == Outcome.DONE ? action.head().after() : action.head().onFailure();
  }

  private Optional<String> loop(Playbook book, String instance, PlaybookStep.While loop) {
    int bound = loop.head().rules().rounds();
    for (int round = 1; ; round++) {
      var here = instance + "." + round;
      var so = state.instance(here);
      if (so.stopped().isPresent()) {
        stands(here, so.stopped().get());
        return Optional.empty();
      }
      boolean granted = round <= bound || so.more() > 0;
      var holds = loop.condition().holds(state.values());
      if (so.branch().isEmpty() && holds == Truth.TRUE && !granted) {
        stop(here, StopReason.LOOP_BOUND, "it ran `" + bound + "` times and its condition holds");
        return Optional.empty();
      }
      var branch = decided(here, holds);
      if (branch.isEmpty()) {
        return Optional.empty();
      }
      if (branch.get().equals("false")) {
        return loop.head().after();
      }
      if (!sequence(book, here + "/", loop.onTrue())) {
        return Optional.empty();
      }
    }
  }

  private Optional<String> decided(String instance, Truth holds) {
    var so = state.instance(instance);
    if (so.branch().isPresent()) {
      return so.branch();
    }
    if (holds == Truth.UNKNOWN) {
      stop(instance, StopReason.VALUE_UNKNOWN, "its condition asks what nobody told");
    } else {
      events.add(new PlaybookEvent.Decided(instance, holds == Truth.TRUE ? "true" : "false"));
    }
    return Optional.empty();
  }

  private Optional<String> chosen(Playbook book, String instance, PlaybookStep.Switch choice) {
    var so = state.instance(instance);
    if (so.branch().isEmpty()) {
      var value = Optional.ofNullable(state.values().get(choice.variable()));
      var branch =
          value.map(it -> choice.cases().containsKey(it) ? it : PlaybookStep.Switch.DEFAULT);
      if (branch.isEmpty() || !choice.cases().containsKey(branch.get())) {
        stop(
            instance,
            StopReason.VALUE_UNKNOWN,
            "`" + choice.variable() + "` is " + value.map(it -> "`" + it + "`").orElse("unknown"));
      } else {
        events.add(new PlaybookEvent.Decided(instance, branch.get()));
      }
      return Optional.empty();
    }
    var first = Map.copyOf(choice.cases()).get(so.branch().get());
    return first != null && sequence(book, instance + "." + so.branch().get() + "/", first)
        ? choice.head().after()
        : Optional.empty();
  }

  void stop(String instance, StopReason reason, String words) {
    events.add(new PlaybookEvent.Stopped(instance, reason, words));
  }

  void stands(String instance, PlaybookEvent.Stopped why) {
    waiting.add(
        new Waiting(
            instance,
            Waiting.Kind.PERSON,
            "",
            why.reason().word() + ": " + why.words(),
            Optional.empty()));
  }

  void waits(String instance, Waiting.Kind kind, String id, String words, Optional<Instant> until) {
    waiting.add(new Waiting(instance, kind, id, words, until));
  }

  /// The id of the next task that is asked for in this view of the case.
  String nextTask() {
    long more =
        events.stream()
            .filter(
                each ->
                    each instanceof PlaybookEvent.Asked || each instanceof PlaybookEvent.BackAsked)
            .count();
    return state.run() + "-T" + (state.tasks() + more + 1);
  }

  String nextRequest() {
    long more = events.stream().filter(PlaybookEvent.GateAsked.class::isInstance).count();
    return state.run() + "-A" + (state.requests() + more + 1);
  }
}
