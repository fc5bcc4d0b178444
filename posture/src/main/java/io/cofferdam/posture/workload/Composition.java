package io.cofferdam.posture.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.workload.WorkloadType.Join;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Follows a resource to the parts that it consists of and gathers what all of them tell.
///
/// Cost: each join reads every resource of its type once, then one look-up each.
final class Composition {
  /// A workload that joins more than this is told with the parts found so far.
  private static final int PARTS_AT_MOST = 200;

  private final Inventory inventory;
  private final Map<String, WorkloadType> types;
  private final Map<Join, Map<String, List<Resource>>> indexes = new HashMap<>();

  Composition(Inventory inventory, Map<String, WorkloadType> types) {
    this.inventory = inventory;
    this.types = types;
  }

  /// What a resource and its parts tell.
  ///
  /// @param missing the gaps in facts that traits lie in; `all` has the others too
  record Gathered(
      List<Resource> parts,
      Map<Trait, List<JsonNode>> traits,
      Map<Relation, Set<String>> links,
      List<Gap> missing,
      List<Gap> all) {}

  Gathered gather(Resource whole) {
    var gathered =
        new Gathered(
            new ArrayList<>(),
            new EnumMap<>(Trait.class),
            new EnumMap<>(Relation.class),
            new ArrayList<>(),
            new ArrayList<>());
    var seen = new LinkedHashSet<Resource>();
    var due = new ArrayDeque<Resource>();
    due.add(whole);
    while (!due.isEmpty() && seen.size() < PARTS_AT_MOST) {
      var part = due.remove();
      var type = types.get(part.type());
      if (type == null || !seen.add(part)) {
        continue;
      }
      add(part, type, gathered);
      type.joins().forEach(join -> due.addAll(joined(part, join)));
    }
    seen.remove(whole);
    gathered.parts().addAll(seen);
    return gathered;
  }

  private static void add(Resource part, WorkloadType type, Gathered to) {
    type.traits()
        .forEach(
            (trait, paths) -> {
              for (var path : paths) {
                to.traits()
                    .computeIfAbsent(trait, _ -> new ArrayList<>())
                    .addAll(Facts.items(part.facts(), path));
              }
            });
    type.links()
        .forEach(
            (relation, paths) -> {
              for (var path : paths) {
                for (var value : Facts.items(part.facts(), path)) {
                  if (value.isTextual() && !value.asText().isBlank()) {
                    to.links().computeIfAbsent(relation, _ -> new TreeSet<>()).add(value.asText());
                  }
                }
              }
            });
    to.missing().addAll(part.gapsOf(type.needs()));
    to.all().addAll(part.gaps());
  }

  private List<Resource> joined(Resource part, Join join) {
    var index = indexes.computeIfAbsent(join, this::index);
    var found = new ArrayList<Resource>();
    for (var value : Facts.items(part.facts(), join.from())) {
      for (var other : index.getOrDefault(key(part, value), List.of())) {
        if (other.region().isEmpty() || other.region().equals(part.region())) {
          found.add(other);
        }
      }
    }
    return found;
  }

  private Map<String, List<Resource>> index(Join join) {
    var index = new HashMap<String, List<Resource>>();
    for (var resource : inventory.ofType(join.type())) {
      for (var value : Facts.items(resource.facts(), join.on())) {
        index.computeIfAbsent(key(resource, value), _ -> new ArrayList<>()).add(resource);
      }
    }
    return index;
  }

  private static String key(Resource of, JsonNode value) {
    return of.account() + "\n" + value.asText("");
  }
}
