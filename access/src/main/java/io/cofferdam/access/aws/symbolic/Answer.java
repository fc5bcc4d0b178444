package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.Set;

/// Whether there is a request of which something is true.
public sealed interface Answer {

  /// There is.
  ///
  /// @param request confirmed by [io.cofferdam.access.aws.decide.Decider]
  /// @param caller the class it belongs to, in words
  record Found(DecisionRequest request, String caller) implements Answer {}

  /// There is none.
  record Impossible(Proof proof) implements Answer {}

  /// Neither found nor excluded.
  ///
  /// @param why what could not be decided: a budget, a condition key, variables that depend on
  ///     each other
  record Unknown(Set<String> why) implements Answer {
    public Unknown {
      why = Set.copyOf(why);
    }
  }
}
