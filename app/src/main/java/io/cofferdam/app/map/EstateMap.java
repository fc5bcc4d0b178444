package io.cofferdam.app.map;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.Workloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The workloads of an estate with what is around each. What is a part of another workload (the
/// model of an endpoint, the job that made it) is told there and has no row of its own.
///
/// @param unknown lists and resources that could not be read, so that workloads may be missing
public record EstateMap(
    List<String> accounts, Instant takenAt, List<MapRow> rows, List<String> unknown, Scene scene) {
  private static final Map<Relation, String> VERBS =
      Map.of(
          Relation.TRAINED_ON, "trained on",
          Relation.READS, "reads",
          Relation.WEIGHTS, "weights in",
          Relation.INDEX, "index in",
          Relation.WRITES, "writes to");

  public EstateMap {
    accounts = List.copyOf(accounts);
    rows = List.copyOf(rows);
    unknown = List.copyOf(unknown);
  }

  /// The map of a scene.
  public static EstateMap of(Scene scene) {
    var workloads = Workloads.of(scene);
    Map<String, Resource> groups = new HashMap<>();
    scene
        .inventory()
        .ofType("security-group")
        .forEach(each -> groups.put(each.fact("GroupId").asText(""), each));
    var parts = new HashSet<Resource>();
    workloads.all().forEach(each -> parts.addAll(each.parts()));
    var rows =
        workloads.all().stream()
            .filter(each -> !parts.contains(each.resource()))
            .map(each -> row(each, groups, scene))
            .sorted(
                Comparator.comparing((MapRow row) -> row.workload().resource().region())
                    .thenComparing(row -> !row.open())
                    .thenComparing(row -> row.workload().sureness())
                    .thenComparing(row -> row.workload().kind())
                    .thenComparing(row -> row.workload().resource().id()))
            .toList();
    return new EstateMap(
        scene.inventory().ofType(Inventory.ACCOUNT).stream().map(Resource::account).toList(),
        scene.takenAt(),
        rows,
        unknown(workloads),
        scene);
  }

  private static MapRow row(Workload workload, Map<String, Resource> groups, Scene scene) {
    var stores = new ArrayList<MapRow.StoreLink>();
    for (var relation :
        List.of(
            Relation.TRAINED_ON,
            Relation.READS,
            Relation.INDEX,
            Relation.WEIGHTS,
            Relation.WRITES)) {
      workload
          .linked(relation)
          .forEach(each -> stores.add(new MapRow.StoreLink(verb(relation), each)));
    }
    Set<String> roles = new LinkedHashSet<>(workload.linked(Relation.ROLE));
    roles.addAll(workload.linked(Relation.BASE_ROLE));
    return new MapRow(
        workload,
        ReachReading.of(workload, groups),
        List.copyOf(roles),
        stores,
        LogReading.of(workload, scene),
        workload.gaps().stream().map(Gap::words).distinct().toList());
  }

  private static String verb(Relation relation) {
    return VERBS.getOrDefault(relation, relation.word());
  }

  private static List<String> unknown(Workloads workloads) {
    var unknown = new LinkedHashSet<String>();
    workloads
        .gaps()
        .forEach(
            gap -> unknown.add(gap.gap().words() + " in " + gap.region() + " of " + gap.account()));
    workloads
        .undecided()
        .forEach(
            each ->
                unknown.add(
                    each.resource().name()
                        + " may be one: "
                        + String.join(", ", each.gaps().stream().map(Gap::words).toList())));
    return List.copyOf(unknown);
  }
}
