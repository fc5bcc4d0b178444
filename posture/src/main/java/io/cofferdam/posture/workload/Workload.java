package io.cofferdam.posture.workload;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A resource that serves, trains, keeps or feeds a language model, or may do so.
///
/// @param resource what was taken for one; for a foundation model that is called on demand a
///     resource of our own, of type [Workloads#MODEL_USE]
/// @param because why it was taken for one, each sign with the value that it was seen in; signs
///     against it among them
/// @param links what it is linked to, by relation; an empty set is never kept
/// @param parts the resources that it consists of (configuration, models, security groups, role)
/// @param gaps what could not be learnt of it and its parts
public record Workload(
    Resource resource,
    WorkloadKind kind,
    Sureness sureness,
    List<String> because,
    Map<Relation, Set<String>> links,
    List<Resource> parts,
    List<Gap> gaps) {
  public Workload {
    because = List.copyOf(because);
    var sorted = new EnumMap<Relation, Set<String>>(Relation.class);
    links.forEach(
        (relation, targets) ->
            sorted.put(relation, Collections.unmodifiableSortedSet(new TreeSet<>(targets))));
    links = Collections.unmodifiableMap(sorted);
    parts = List.copyOf(parts);
    gaps = List.copyOf(gaps);
  }

  /// What it is linked to in one way, in order; empty where there is nothing.
  public List<String> linked(Relation relation) {
    return List.copyOf(links.getOrDefault(relation, Set.of()));
  }
}
