package io.cofferdam.model.datamap;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.resource.ResourceId;
import java.util.List;
import java.util.Map;

/// One store: where it is, what it holds, whose data, who is meant to read it.
///
/// @param prefix only keys that start with this belong to the store; empty for the whole of it
/// @param dataClasses the classes of personal data it holds; empty with `personalData` FALSE for
/// none
/// @param people data subjects per ISO country where only totals are known; `ZZ` for unresolved
/// @param readers principals (ARNs, `*` allowed inside) meant to read it; empty when not declared
/// @param regions regions in which its data must stay
/// @param artefact `weights`, `adapter`, `prompts`, `code`, or empty when it holds no such thing
/// @param encrypted whether its content is unintelligible without a key that is kept elsewhere
/// @param objects number of objects where known, else -1
/// @param surfaces shop surfaces fed from it: `search`, `support`, `checkout`, ...
public record Store(
    String name,
    ResourceId resource,
    String prefix,
    StoreRole role,
    List<String> dataClasses,
    Ternary personalData,
    Map<String, Long> people,
    List<String> readers,
    List<String> regions,
    String artefact,
    Ternary encrypted,
    long objects,
    List<String> surfaces) {
  public Store {
    dataClasses = List.copyOf(dataClasses);
    people = Map.copyOf(people);
    readers = List.copyOf(readers);
    regions = List.copyOf(regions);
    surfaces = List.copyOf(surfaces);
  }

  /// Whether an object of the store's resource with this key belongs to the store.
  public boolean holds(ResourceId otherResource, String key) {
    return resource.equals(otherResource) && key.startsWith(prefix);
  }
}
