package io.cofferdam.posture.predicate;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;

/// A condition that takes reasoning.
public interface Predicate {
  /// Never throws for what a resource holds.
  Outcome evaluate(Resource resource, Inventory inventory);
}
