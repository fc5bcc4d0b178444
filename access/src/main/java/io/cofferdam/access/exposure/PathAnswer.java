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
/// @param undecided what keeps the answer unknown
record PathAnswer(
    Ternary opens,
    Optional<DecisionRequest> witness,
    List<OpenRegion> regions,
    Set<String> undecided) {
  PathAnswer {
    regions = List.copyOf(regions);
    undecided = Set.copyOf(undecided);
  }

  static final PathAnswer NO = new PathAnswer(Ternary.FALSE, Optional.empty(), List.of(), Set.of());

  static PathAnswer unknown(Set<String> why) {
    return new PathAnswer(Ternary.UNKNOWN, Optional.empty(), List.of(), why);
  }
}
