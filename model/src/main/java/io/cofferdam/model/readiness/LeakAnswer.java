package io.cofferdam.model.readiness;

import io.cofferdam.model.scope.Bounds;

/// What an investigation would say after an example: a leak, or nothing at all.
///
/// @param taken objects that the example takes whole; 0 where it takes nothing
/// @param objects how many it would say were taken
/// @param people how many people it would say are concerned; unbounded where nothing tells whose
///     data the store holds
/// @param noEvidence whether "no evidence of access" could be said; only where nothing is taken
public record LeakAnswer(long taken, Bounds objects, Bounds people, boolean noEvidence) {

  /// Whether it would tell how many objects were taken, to the one.
  public boolean exact() {
    return objects.exact();
  }
}
