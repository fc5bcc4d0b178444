package io.cofferdam.notify.duty;

import io.cofferdam.notify.clock.Deadline;
import io.cofferdam.notify.clock.Periods;
import io.cofferdam.notify.rule.ClockStart;
import io.cofferdam.notify.rule.Rule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Computes the clock of each duty from what named persons recorded; everything else is a what-if.
final class Clocks {
  private final Periods periods;
  private final Awareness awareness;
  private final Milestones milestones;
  private final ZoneId zone;
  private final Instant now;

  Clocks(Periods periods, Awareness awareness, Milestones milestones, ZoneId zone, Instant now) {
    this.periods = periods;
    this.awareness = awareness;
    this.milestones = milestones;
    this.zone = zone;
    this.now = now;
  }

  DutyClock of(Rule rule, Recipient recipient, DutyState state) {
    var started = started(rule);
    var whatIf =
        started.isEmpty() && rule.clockStart() instanceof ClockStart.Aware
            ? awareness.earliestCandidate().map(Awareness.Candidate::at)
            : Optional.<Instant>empty();
    var deadline = started.map(at -> deadline(rule, at, recipient));
    return new DutyClock(
        rule.period(),
        rule.clockStart().words(),
        started,
        deadline,
        whatIf,
        whatIf.map(at -> deadline(rule, at, recipient)),
        late(rule, deadline, state));
  }

  private Optional<Instant> started(Rule rule) {
    return switch (rule.clockStart()) {
      case ClockStart.Aware() -> awareness.recorded().map(Awareness.Recorded::at);
      case ClockStart.Submitted(var ruleId) ->
          milestones.submission(ruleId).map(Milestones.Done::at);
      case ClockStart.Ordered() -> milestones.order(rule.id()).map(Milestones.Done::at);
    };
  }

  private Deadline deadline(Rule rule, Instant at, Recipient recipient) {
    return periods.deadline(rule.period(), at, zone, recipient.country());
  }

  /// Submitted after the deadline is late too, which is when reasons must be given.
  private boolean late(Rule rule, Optional<Deadline> deadline, DutyState state) {
    if (!state.mayBeOwed() || deadline.isEmpty() || deadline.get().policyOnly()) {
      return false;
    }
    var done = milestones.submission(rule.id()).map(Milestones.Done::at).orElse(now);
    return done.isAfter(deadline.get().escalation());
  }
}
