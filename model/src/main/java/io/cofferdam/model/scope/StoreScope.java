package io.cofferdam.model.scope;

import io.cofferdam.model.Reason;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import java.util.List;

/// How much of one store was taken.
///
/// @param role the store's part in the model's chain, as the data map says, or UNKNOWN
/// @param objects distinct objects read
/// @param bytes bytes sent to those it was not meant for
public record StoreScope(
    ResourceId store, StoreRole role, Bounds objects, Bounds bytes, List<Reason> because) {
  public StoreScope {
    because = List.copyOf(because);
  }
}
