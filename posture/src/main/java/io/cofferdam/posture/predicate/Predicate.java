package io.cofferdam.posture.predicate;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;

/// A condition that takes reasoning.
public interface Predicate {
  /// Never throws for what a resource holds. Why it is violated is told in words that follow those
  /// of the control.
  Outcome evaluate(Resource resource, Scene scene);
}
