package io.cofferdam.posture.workload;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    links = Map.copyOf(links);
    parts = List.copyOf(parts);
    gaps = List.copyOf(gaps);
  }

  /// What it is linked to in one way, in order; empty where there is nothing.
  public List<String> linked(Relation relation) {
    return links.getOrDefault(relation, Set.of()).stream().sorted().toList();
  }
}
