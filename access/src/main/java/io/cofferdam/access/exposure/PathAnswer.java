package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether one allowing path opens to a class of callers.
///
/// @param witness the request that [io.cofferdam.access.aws.decide.Decider] allows, where it
///     opens
/// @param possible regions outside which the path opens nothing
/// @param undecided what keeps the answer unknown
record PathAnswer(
    Ternary opens,
    Optional<DecisionRequest> witness,
    List<OpenRegion> regions,
    List<OpenRegion> possible,
    Set<String> undecided) {
  PathAnswer {
    regions = List.copyOf(regions);
    possible = List.copyOf(possible);
    undecided = Set.copyOf(undecided);
  }

  static final PathAnswer NO =
      new PathAnswer(Ternary.FALSE, Optional.empty(), List.of(), List.of(), Set.of());

  static PathAnswer unknown(List<OpenRegion> possible, Set<String> why) {
    return new PathAnswer(Ternary.UNKNOWN, Optional.empty(), List.of(), possible, why);
  }
}
