package io.cofferdam.access.question;

import io.cofferdam.access.aws.policy.PolicyProblem;
import java.util.List;

/// The outcome of reading one question.
///
/// @param <T> the question
public sealed interface QuestionReading<T> {

  /// The `id` of the line as it stands in it, as JSON; `null` where it has none.
  String id();

  /// Understood in full.
  ///
  /// @param warnings what is odd but has a sound meaning
  record Read<T>(String id, T question, List<PolicyProblem> warnings)
      implements QuestionReading<T> {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// Not understood; every mistake found, at least one.
  record Refused<T>(String id, List<PolicyProblem> problems) implements QuestionReading<T> {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
