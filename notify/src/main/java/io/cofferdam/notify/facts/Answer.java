package io.cofferdam.notify.facts;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;

/// The answer to a [Fact], with what it rests on.
///
/// INVARIANT: `proposal` is a machine's opinion for a person to confirm; no rule is ever decided by
/// it.
///
/// @param decidedBy the named person who gave the answer, empty where it was derived
public record Answer(
    Ternary value, Optional<Ternary> proposal, String decidedBy, List<Reason> because) {
  public Answer {
    because = List.copyOf(because);
  }

  public static final Answer UNKNOWN =
      new Answer(
          Ternary.UNKNOWN, Optional.empty(), "", List.of(Reason.of("nobody has said so far")));

  public static Answer of(Ternary value, String because) {
    return new Answer(value, Optional.empty(), "", List.of(Reason.of(because)));
  }

  /// Unknown until a person decides, with the answer we would propose.
  public static Answer proposed(Ternary proposal, String because) {
    return new Answer(
        Ternary.UNKNOWN, Optional.of(proposal), "", List.of(Reason.of("proposal: " + because)));
  }
}
