package io.cofferdam.respond.reads;

import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/// A part of a resource that is counted by itself: a store of the data map, or what of the
/// resource no store of the map claims.
///
/// @param number its number among all units
/// @param store the data map's entry, or null
public record Unit(int number, ResourceId resource, @Nullable Store store) {
  public StoreRole role() {
    return store == null ? StoreRole.UNKNOWN : store.role();
  }

  /// The store's name in the data map, else the resource's.
  public String name() {
    return store == null ? resource.shortName() : store.name();
  }

  public String prefix() {
    return store == null ? "" : store.prefix();
  }

  /// `weights`, `adapter`, `prompts`, `code`, or empty.
  public String artefact() {
    return store == null ? "" : store.artefact();
  }
}
