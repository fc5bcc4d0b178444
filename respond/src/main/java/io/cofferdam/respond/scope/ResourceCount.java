package io.cofferdam.respond.scope;

import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.respond.reads.StoreReads;
import java.util.List;

/// One resource: its units' objects, what can be unlogged, and the bytes.
///
/// @param counted whether it counts in the totals; a resource that the data map does not name and
///     that nobody read and nothing opened is only listed
/// @param objects objects over all units
record ResourceCount(
    StoreReads reads,
    Unlogged unlogged,
    List<StoreCount> units,
    boolean counted,
    Bounds objects,
    Bounds bytes) {
  ResourceCount {
    units = List.copyOf(units);
  }

  ResourceId resource() {
    return reads.store();
  }
}
