package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.playbook.run.PlaybookEvent.StopReason;
import java.time.Instant;
import java.util.Optional;

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
    return new Instance(
        attempt,
        more,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        false);
  }

  /// Whether it may have changed something outside that is not undone.
  boolean touched() {
    return !undone && (settled.isPresent() || key.isPresent());
  }

  Instance delayed(Instant until) {
    return with(Optional.of(until), branch, plan, gate, passed, task, since, key, settled, stopped);
  }

  Instance decided(String to) {
    return with(
        delayedUntil, Optional.of(to), plan, gate, passed, task, since, key, settled, stopped);
  }

  Instance planned(PlaybookEvent.Planned it) {
    return with(
        delayedUntil, branch, Optional.of(it), gate, passed, task, since, key, settled, stopped);
  }

  Instance asking(PlaybookEvent.GateAsked it) {
    return with(
        delayedUntil, branch, plan, Optional.of(it), passed, task, since, key, settled, stopped);
  }

  Instance passed(String request) {
    return with(
        delayedUntil, branch, plan, gate, Optional.of(request), task, since, key, settled, stopped);
  }

  Instance asked(String id, Instant at) {
    return with(
        delayedUntil,
        branch,
        plan,
        gate,
        passed,
        Optional.of(id),
        Optional.of(at),
        key,
        settled,
        stopped);
  }

  Instance begun(String with, Instant at) {
    return with(
        delayedUntil,
        branch,
        plan,
        gate,
        passed,
        task,
        Optional.of(at),
        Optional.of(with),
        settled,
        stopped);
  }

  Instance settled(PlaybookEvent.Settled it) {
    return with(
        delayedUntil,
        branch,
        plan,
        gate,
        passed,
        task,
        since,
        key,
        Optional.of(it),
        Optional.empty());
  }

  Instance stopped(PlaybookEvent.Stopped it) {
    return with(
        delayedUntil, branch, plan, gate, passed, task, since, key, settled, Optional.of(it));
  }

  /// What is left of it when a person says on. Where undoing was begun and its end is not known, it
  /// no longer counts as done: it is asked for again under its key.
  Instance goneOn() {
    if (backBegun && !undone) {
      return new Instance(
          attempt,
          more + 1,
          delayedUntil,
          branch,
          plan,
          gate,
          passed,
          task,
          since,
          key,
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          false);
    }
    if (stopped.isEmpty()) {
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
          false,
          Optional.empty(),
          false);
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
    return new Instance(
        attempt,
        more + 1,
        delayedUntil,
        branch,
        plan,
        gate,
        passed,
        task,
        since,
        key,
        settled,
        Optional.empty(),
        false,
        Optional.empty(),
        undone);
  }

  /// What is left of it when the run turns back: what was not done is no longer asked for.
  Instance turnedBack() {
    return touched() || branch.isPresent()
        ? new Instance(
            attempt,
            more,
            delayedUntil,
            branch,
            plan,
            gate,
            passed,
            Optional.empty(),
            since,
            key,
            settled,
            Optional.empty(),
            false,
            Optional.empty(),
            false)
        : fresh(attempt, more);
  }

  /// Tries once more what stopped on the way back.
  Instance backAgain() {
    return stopped.isEmpty() ? this : unstopped();
  }

  Instance backBegins() {
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
        true,
        backTask,
        undone);
  }

  Instance backAsked(String id) {
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
        Optional.of(id),
        undone);
  }

  /// Undone, so that going on begins it anew; or left as it is.
  Instance backSettled(boolean stays) {
    return stays
        ? new Instance(
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
            Optional.empty(),
            backBegun,
            backTask,
            true)
        : fresh(attempt + 1, more).markUndone();
  }

  private Instance markUndone() {
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
        true);
  }

  boolean stoppedFor(StopReason reason) {
    return stopped.filter(each -> each.reason() == reason).isPresent();
  }

  private Instance with(
      Optional<Instant> newDelay,
      Optional<String> newBranch,
      Optional<PlaybookEvent.Planned> newPlan,
      Optional<PlaybookEvent.GateAsked> newGate,
      Optional<String> newPassed,
      Optional<String> newTask,
      Optional<Instant> newSince,
      Optional<String> newKey,
      Optional<PlaybookEvent.Settled> newSettled,
      Optional<PlaybookEvent.Stopped> newStopped) {
    return new Instance(
        attempt,
        more,
        newDelay,
        newBranch,
        newPlan,
        newGate,
        newPassed,
        newTask,
        newSince,
        newKey,
        newSettled,
        newStopped,
        backBegun,
        backTask,
        undone);
  }
}
