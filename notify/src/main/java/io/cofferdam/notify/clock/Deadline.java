package io.cofferdam.notify.clock;

import java.time.Instant;
import java.util.Optional;

/// When a duty falls due, in every reading that we compute. All ends are exclusive: "end of 29
/// December" is midnight at the start of the 30th.
public sealed interface Deadline {

  /// The instant that drives escalation: the earliest reading.
  Instant escalation();

  /// Whether the instant is our policy and not the law's.
  default boolean policyOnly() {
    return this instanceof Prompt;
  }

  /// A period in hours.
  ///
  /// @param strict start plus elapsed hours: the only one that escalates
  /// @param regulation1182 end of the last full hour, the hour of the event not counted (Art 3(1),
  ///     3(2)(a)); empty where Regulation 1182/71 does not apply
  /// @param arguable Art 3(5) read as reaching a period in hours: end of the second working day
  ///     after the day of the event, where that is later; disputed, never a target
  record Hours(Instant strict, Optional<Instant> regulation1182, Optional<Instant> arguable)
      implements Deadline {
    @Override
    public Instant escalation() {
      return strict;
    }
  }

  /// A period in days or months.
  ///
  /// @param unshifted end of the last day: drives escalation
  /// @param shifted end of the next working day where the last day is a Saturday, Sunday or public
  ///     holiday (Art 3(4)): the legal date
  record Dated(Instant unshifted, Instant shifted) implements Deadline {
    @Override
    public Instant escalation() {
      return unshifted;
    }
  }

  /// The law says "without undue delay": the target is our policy, never law.
  record Prompt(Instant policyTarget) implements Deadline {
    @Override
    public Instant escalation() {
      return policyTarget;
    }
  }
}
