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
    return tests.stream()
            .map(
                is ->
                    is.origin()
                        + " "
                        + (is.wanted() ? "needs " : "must not match ")
                        + is.test().words())
            .collect(Collectors.joining("; "))
        + (tests.size() == 1
            ? ": no such " + subject() + " in these requests"
            : ": no " + subject() + " does both");
  }

  private String subject() {
    return variable.indexOf(':') < 0 ? variable : "value of " + variable;
  }
}
