package io.cofferdam.notify.duty;

import io.cofferdam.notify.clock.Deadline;
import io.cofferdam.notify.clock.PeriodRule;
import java.time.Instant;
import java.util.Optional;

/// The clock of a duty.
///
/// @param startsWith what starts it, in words
/// @param startedAt when a named person recorded the start
/// @param deadline every reading from the recorded start; empty while nobody has recorded one
/// @param whatIfStart the earliest instant that comes into question, where nothing is recorded
/// @param whatIf the readings if it were that instant: marked, never a due date
/// @param late whether the recorded deadline is over and nothing has been submitted
public record DutyClock(
    PeriodRule period,
    String startsWith,
    Optional<Instant> startedAt,
    Optional<Deadline> deadline,
    Optional<Instant> whatIfStart,
    Optional<Deadline> whatIf,
    boolean late) {

  /// The instant that escalates, only where a named person recorded the start and the law gives a
  /// number; a policy target is not a due date.
  public Optional<Instant> dueAt() {
    return deadline.filter(d -> !d.policyOnly()).map(Deadline::escalation);
  }

  /// Our own target where the law says "without undue delay": policy, never law.
  public Optional<Instant> policyTarget() {
    return deadline.filter(Deadline::policyOnly).map(Deadline::escalation);
  }

  /// The clock in words, as in `72 hours from awareness`.
  public String words() {
    return period.words() + " from " + startsWith;
  }
}
