package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// How far one place of a run has come.
///
/// @param attempt how often it was begun anew after it failed or was undone
/// @param more how often a person said on while it stood still here
record Instance(
    int attempt,
    int more,
    Optional<Instant> delayedUntil,
    Optional<String> branch,
    Optional<PlaybookEvent.Planned> plan,
    Optional<PlaybookEvent.GateAsked> gate,
    Optional<String> passed,
    Optional<String> task,
    Optional<Instant> since,
    Optional<String> key,
    Optional<PlaybookEvent.Settled> settled,
    Optional<PlaybookEvent.Stopped> stopped,
    boolean backBegun,
    Optional<String> backTask,
    boolean undone) {
  static final Instance NEW = fresh(0, 0);

  private static Instance fresh(int attempt, int more) {
    return new Draft(attempt, more).done();
  }

  /// Whether it may have changed something outside that is not undone.
  boolean touched() {
    return !undone && (settled.isPresent() || key.isPresent());
  }

  Instance delayed(Instant until) {
    return but(next -> next.delayedUntil = Optional.of(until));
  }

  Instance decided(String to) {
    return but(next -> next.branch = Optional.of(to));
  }

  Instance planned(PlaybookEvent.Planned it) {
    return but(next -> next.plan = Optional.of(it));
  }

  Instance asking(PlaybookEvent.GateAsked it) {
    return but(next -> next.gate = Optional.of(it));
  }

  Instance passed(String request) {
    return but(next -> next.passed = Optional.of(request));
  }

  Instance asked(String id, Instant at) {
    return but(
        next -> {
          next.task = Optional.of(id);
          next.since = Optional.of(at);
        });
  }

  Instance begun(String with, Instant at) {
    return but(
        next -> {
          next.since = Optional.of(at);
          next.key = Optional.of(with);
        });
  }

  Instance settled(PlaybookEvent.Settled it) {
    return but(
        next -> {
          next.settled = Optional.of(it);
          next.stopped = Optional.empty();
        });
  }

  Instance stopped(PlaybookEvent.Stopped it) {
    return but(next -> next.stopped = Optional.of(it));
  }

  /// What is left of it when a person says on. Where undoing was begun and its end is not known, it
  /// no longer counts as done: it is asked for again under its key.
  Instance goneOn() {
    if (backBegun && !undone) {
      return forward(
          next -> {
            next.more++;
            next.settled = Optional.empty();
            next.stopped = Optional.empty();
          });
    }
    if (stopped.isEmpty()) {
      return forward(next -> {});
    }
    return switch (stopped.get().reason()) {
      case STEP_FAILED -> fresh(attempt + 1, more + 1);
      case GATE_EXPIRED, GATE_REFUSED, ACT_REFUSED -> {
        var bare = fresh(attempt, more + 1);
        yield key.map(each -> bare.begun(each, since.orElse(Instant.EPOCH))).orElse(bare);
      }
      case VALUE_UNKNOWN, LOOP_BOUND, EVIDENCE_MISSING, ACT_HALTED, BACK_HALTED -> unstopped();
    };
  }

  private Instance unstopped() {
    return but(
        next -> {
          next.more++;
          next.stopped = Optional.empty();
          next.backBegun = false;
          next.backTask = Optional.empty();
        });
  }

  /// What is left of it when the run turns back: what was not done is no longer asked for.
  Instance turnedBack() {
    return touched() || branch.isPresent()
        ? forward(
            next -> {
              next.task = Optional.empty();
              next.stopped = Optional.empty();
            })
        : fresh(attempt, more);
  }

  /// Tries once more what stopped on the way back.
  Instance backAgain() {
    return stopped.isEmpty() ? this : unstopped();
  }

  Instance backBegins() {
    return but(next -> next.backBegun = true);
  }

  Instance backAsked(String id) {
    return but(next -> next.backTask = Optional.of(id));
  }

  /// Undone, so that going on begins it anew; or left as it is.
  Instance backSettled(boolean stays) {
    var after = stays ? but(next -> next.stopped = Optional.empty()) : fresh(attempt + 1, more);
    return after.but(next -> next.undone = true);
  }

  boolean stoppedFor(StopReason reason) {
    return stopped.filter(each -> each.reason() == reason).isPresent();
  }

  /// The same, with nothing of a way back.
  private Instance forward(Consumer<Draft> change) {
    return but(
        next -> {
          next.backBegun = false;
          next.backTask = Optional.empty();
          next.undone = false;
          change.accept(next);
        });
  }

  private Instance but(Consumer<Draft> change) {
    var next = new Draft(attempt, more);
    next.delayedUntil = delayedUntil;
    next.branch = branch;
    next.plan = plan;
    next.gate = gate;
    next.passed = passed;
    next.task = task;
    next.since = since;
    next.key = key;
    next.settled = settled;
    next.stopped = stopped;
    next.backBegun = backBegun;
    next.backTask = backTask;
    next.undone = undone;
    change.accept(next);
    return next.done();
  }

  /// One that is being made from another.
  private static final class Draft {
    private final int attempt;
    private int more;
    private Optional<Instant> delayedUntil = Optional.empty();
    private Optional<String> branch = Optional.empty();
    private Optional<PlaybookEvent.Planned> plan = Optional.empty();
    private Optional<PlaybookEvent.GateAsked> gate = Optional.empty();
    private Optional<String> passed = Optional.empty();
    private Optional<String> task = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<String> key = Optional.empty();
    private Optional<PlaybookEvent.Settled> settled = Optional.empty();
    private Optional<PlaybookEvent.Stopped> stopped = Optional.empty();
    private boolean backBegun;
    private Optional<String> backTask = Optional.empty();
    private boolean undone;

    Draft(int attempt, int more) {
      this.attempt = attempt;
      this.more = more;
    }

    Instance done() {
      return new Instance(
          attempt,
          more,
          delayedUntil,
          branch,
          plan,
          gate,
          passed,
          task,
          since,
          key,
          settled,
          stopped,
          backBegun,
          backTask,
          undone);
    }
  }
}
