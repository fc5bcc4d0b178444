package io.cofferdam.respond.reads;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.resource.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Resources by what a subject index may call them: resource id, short name, or name in the map.
public final class StoreNames {
  private final Map<String, ResourceId> resources = new HashMap<>();

  public StoreNames(DataMap map) {
    map.stores().forEach(s -> resources.putIfAbsent(s.resource().id(), s.resource()));
    map.stores().forEach(s -> resources.putIfAbsent(s.resource().shortName(), s.resource()));
    map.stores().forEach(s -> resources.putIfAbsent(s.name(), s.resource()));
  }

  /// The resource, or empty where the map has no such store.
  public Optional<ResourceId> resource(String name) {
    return Optional.ofNullable(resources.get(name));
  }
}
