package io.cofferdam.access.aws.policy;

import java.util.List;
import java.util.Optional;

/// The outcome of parsing a policy document.
public sealed interface PolicyReading {

  /// Understood in full.
  ///
  /// @param warnings what is odd but has a sound meaning: values that can match nothing
  record Read(PolicyDocument document, List<PolicyProblem> warnings) implements PolicyReading {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// Not usable; every mistake found.
  record Refused(List<PolicyProblem> problems) implements PolicyReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  default Optional<PolicyDocument> asOptional() {
    return this instanceof Read(PolicyDocument document, List<PolicyProblem> warnings)
        ? Optional.of(document)
        : Optional.empty();
  }
}
