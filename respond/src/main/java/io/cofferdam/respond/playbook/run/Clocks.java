package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.playbook.LegalClock;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.run.Next.Waiting;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The limits of law that steps are bound to. They run from the moment that they are known, whether
/// or not the run has come to the step.
final class Clocks {
  private final RunState state;
  private final Interpreter it;

  Clocks(RunState state, Interpreter it) {
    this.state = state;
    this.it = it;
  }

  /// When it is due; empty where nobody told when it began.
  static Optional<Instant> due(LegalClock clock, Map<String, String> values) {
    try {
      return Optional.ofNullable(values.get(clock.from()))
          .map(Instant::parse)
          .map(from -> from.plus(clock.within()));
    } catch (DateTimeException | ArithmeticException noTime) {
      return Optional.empty();
    }
  }

  void look() {
    for (var book : state.documents().values()) {
      for (var step : book.steps().values()) {
        step.head().rules().clock().ifPresent(clock -> look(step, clock));
      }
    }
  }

  private void look(PlaybookStep step, LegalClock clock) {
    var id = step.head().id();
    var due = due(clock, state.values());
    if (due.isEmpty() || done(id)) {
      return;
    }
    var near = due.get().minus(clock.warn());
    if (!it.now().isBefore(due.get())) {
      tell(step, clock, due.get(), true);
    } else if (!it.now().isBefore(near)) {
      tell(step, clock, due.get(), false);
      it.waits(id, Waiting.Kind.CLOCK, "", "limit of `" + clock.duty() + "`", due);
    } else {
      it.waits(id, Waiting.Kind.CLOCK, "", "limit of `" + clock.duty() + "`", Optional.of(near));
    }
  }

  private void tell(PlaybookStep step, LegalClock clock, Instant due, boolean passed) {
    if (state.clockTold(step.head().id(), passed)) {
      return;
    }
    it.events.add(new PlaybookEvent.ClockTold(step.head().id(), due, passed));
    it.asking.add(
        new CaseEvent.Noted(
            it.now(),
            Interpreter.MACHINE,
            "The limit of `"
                + clock.duty()
                + "` for `"
                + step.head().title()
                + (passed ? "` passed at " : "` ends at ")
                + due
                + (passed ? ": give the reason for the delay with the notice." : ".")));
  }

  private boolean done(String id) {
    return state.instances().entrySet().stream()
        .anyMatch(
            each ->
                (each.getKey().equals(id) || each.getKey().endsWith("/" + id))
                    && each.getValue()
                        .settled()
                        .filter(how -> how.outcome() == Outcome.DONE)
                        .isPresent());
  }
}
