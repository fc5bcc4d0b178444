package io.cofferdam.access.aws.symbolic;

import java.util.List;
import java.util.stream.Collectors;

/// Tests on one variable that no request of a class can pass together: one step of a proof.
///
/// @param variable `action`, `resource` or a condition key
/// @param tests what cannot be had at once, each with its origin; empty where the class has no
///     value for it at all
public record Conflict(String variable, List<Formula.Is> tests) {
  public Conflict {
    tests = List.copyOf(tests);
  }

  /// For a person.
  public String words() {
    if (tests.isEmpty()) {
      return "no " + subject() + " at all";
    }
    if (tests.size() == 1) {
      Formula.Is only = tests.get(0);
      return only.wanted()
          ? only.origin() + " needs " + only.test().words() + ", which no such request meets"
          : "every such request meets " + only.test().words() + " of " + only.origin();
    }
    return tests.stream()
            .map(is -> is.origin() + (is.wanted() ? " needs " : " must miss ") + is.test().words())
            .collect(Collectors.joining("; "))
        + ": no "
        + subject()
        + " does "
        + (tests.size() == 2 ? "both" : "all");
  }

  private String subject() {
    return variable.indexOf(':') < 0 ? variable : "value of " + variable;
  }
}
