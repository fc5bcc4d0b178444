package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import java.util.List;

/// The outcome of one operation by one actor, with the request and the policies it was decided by.
///
/// @param gaps parts of the resource's configuration that are not known and would decide
public record Ruling(
    Verdict verdict, DecisionRequest request, PolicySet policies, List<String> gaps) {
  public Ruling {
    gaps = List.copyOf(gaps);
  }
}
