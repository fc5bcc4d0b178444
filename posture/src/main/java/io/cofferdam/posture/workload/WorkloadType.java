package io.cofferdam.posture.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A type of resource that can be a workload, or a part of one.
///
/// @param type as the plan of calls names it
/// @param kind empty for what is only ever a part
/// @param points what the type alone speaks for a language model
/// @param says why it does, or empty
/// @param traits paths of facts by trait
/// @param links paths of facts by relation
/// @param joins other resources that belong to it
/// @param needs facts without which its traits are not known
/// @param unless values of facts with which it is no workload
record WorkloadType(
    String type,
    Optional<WorkloadKind> kind,
    int points,
    String says,
    Map<Trait, List<String>> traits,
    Map<Relation, List<String>> links,
    List<Join> joins,
    List<String> needs,
    Map<String, Set<String>> unless) {
  WorkloadType {
    traits = Map.copyOf(traits);
    links = Map.copyOf(links);
    joins = List.copyOf(joins);
    needs = List.copyOf(needs);
    unless = Map.copyOf(unless);
  }

  /// Another resource that belongs to it: of a type, with a fact `on` that holds the value `from`.
  record Join(String from, String type, String on) {}
}
