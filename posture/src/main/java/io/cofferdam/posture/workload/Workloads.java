package io.cofferdam.posture.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Composition.Gathered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The workloads with a language model of an inventory.
///
/// Cost: linear in the resources of the types that can be one, and their parts.
public final class Workloads implements Carried {
  /// The type of the resource of our own that stands for a model of Bedrock that is called on
  /// demand. Its id is the model's, under the account and region that called it.
  public static final String MODEL_USE = "bedrock-model-use";

  private static final int SHOWN = 120;
  private static final int BY_LINK = 100;

  private final List<Workload> found;
  private final List<Undecided> undecided;
  private final List<ListGap> gaps;
  private final Set<String> types;
  private final Map<String, Workload> byResource = new HashMap<>();
  private final Map<Sureness, List<Workload>> atLeast = new EnumMap<>(Sureness.class);
  private final Map<Relation, Map<String, List<Workload>>> byLink = new EnumMap<>(Relation.class);

  private Workloads(
      List<Workload> found, List<Undecided> undecided, List<ListGap> gaps, Set<String> types) {
    this.types = Set.copyOf(types);
    this.found = List.copyOf(found);
    this.undecided = List.copyOf(undecided);
    this.gaps = List.copyOf(gaps);
    found.forEach(each -> byResource.put(each.resource().type() + each.resource().id(), each));
    for (var sureness : Sureness.values()) {
      atLeast.put(
          sureness,
          this.found.stream().filter(each -> each.sureness().compareTo(sureness) <= 0).toList());
    }
    for (var workload : this.found) {
      workload
          .links()
          .forEach(
              (relation, targets) -> {
                var of = byLink.computeIfAbsent(relation, _ -> new HashMap<>());
                targets.forEach(
                    each -> of.computeIfAbsent(each, _ -> new ArrayList<>()).add(workload));
              });
    }
  }

  /// A resource whose traits could not be read, so that it may be a workload.
  public record Undecided(Resource resource, List<Gap> gaps) {
    public Undecided {
      gaps = List.copyOf(gaps);
    }
  }

  /// Kept where no resource changed that is a workload, or a part of one, by its type.
  @Override
  public Optional<Workloads> after(Scene later, Change change) {
    return change.touches(types) || change.touches(Set.of(Inventory.REGION))
        ? Optional.empty()
        : Optional.of(this);
  }

  /// Those of a scene; worked out once.
  public static Workloads of(Scene scene) {
    return scene.derived(
        Workloads.class, each -> find(each.inventory(), WorkloadSigns.shipped("aws")));
  }

  /// All, the surest first, then by id.
  public List<Workload> all() {
    return found;
  }

  /// Those at least as sure.
  public List<Workload> atLeast(Sureness sureness) {
    return atLeast.getOrDefault(sureness, List.of());
  }

  /// Those that are linked to something in one way, in the order of [#all()].
  public List<Workload> linkedTo(Relation relation, String target) {
    return Collections.unmodifiableList(
        byLink.getOrDefault(relation, Map.of()).getOrDefault(target, List.of()));
  }

  /// The workload that a resource was taken for.
  public Optional<Workload> of(Resource resource) {
    return Optional.ofNullable(byResource.get(resource.type() + resource.id()));
  }

  /// Resources that may be workloads: what would tell could not be read.
  public List<Undecided> undecided() {
    return undecided;
  }

  /// Lists that gave no answer, so that workloads may be missing.
  public List<ListGap> gaps() {
    return gaps;
  }

  static Workloads find(Inventory inventory, WorkloadSigns signs) {
    var composition = new Composition(inventory, signs.types());
    var found = new ArrayList<Workload>();
    var undecided = new ArrayList<Undecided>();
    var below = new ArrayList<Resource>();
    for (var type : signs.types().values()) {
      if (type.kind().isEmpty()) {
        continue;
      }
      for (var resource : inventory.ofType(type.type())) {
        if (gone(resource, type)) {
          continue;
        }
        var gathered = composition.gather(resource);
        var weighing = new Weighing(signs, type, gathered.traits());
        var sureness = signs.sureness(weighing.points());
        if (sureness.isPresent()) {
          found.add(workload(resource, type, gathered, sureness.get(), weighing.because()));
        } else {
          below.add(resource);
          if (!gathered.missing().isEmpty()) {
            undecided.add(new Undecided(resource, gathered.missing()));
          }
        }
      }
    }
    found.addAll(indexes(found, below, signs, composition));
    inventory.ofType(Inventory.REGION).forEach(region -> found.addAll(ModelUse.of(region)));
    found.sort(
        Comparator.comparing(Workload::sureness)
            .thenComparing(each -> each.resource().id())
            .thenComparing(each -> each.resource().type()));
    var known = new HashSet<Resource>();
    found.forEach(each -> known.add(each.resource()));
    return new Workloads(
        found,
        undecided.stream()
            .filter(each -> !known.contains(each.resource()))
            .sorted(Comparator.comparing(each -> each.resource().id()))
            .toList(),
        inventory.gaps().stream().filter(gap -> signs.types().containsKey(gap.type())).toList(),
        signs.types().keySet());
  }

  private static boolean gone(Resource resource, WorkloadType type) {
    return type.unless().entrySet().stream()
        .anyMatch(each -> each.getValue().contains(resource.fact(each.getKey()).asText("")));
  }

  private static Workload workload(
      Resource resource,
      WorkloadType type,
      Gathered gathered,
      Sureness sureness,
      List<String> because) {
    return new Workload(
        resource,
        type.kind().orElseThrow(),
        sureness,
        because,
        gathered.links(),
        gathered.parts(),
        gathered.all());
  }

  /// Stores that bear no sign themselves but hold the index of a workload that does.
  private static List<Workload> indexes(
      List<Workload> found, List<Resource> below, WorkloadSigns signs, Composition composition) {
    Map<String, Workload> owners = new HashMap<>();
    for (var workload : found) {
      workload.linked(Relation.INDEX).forEach(id -> owners.putIfAbsent(id, workload));
    }
    var more = new ArrayList<Workload>();
    for (var resource : below) {
      var owner = owners.get(resource.id());
      var type = signs.types().get(resource.type());
      if (owner != null && type != null) {
        more.add(
            workload(
                resource,
                type,
                composition.gather(resource),
                signs.sureness(BY_LINK).orElse(Sureness.POSSIBLE),
                List.of("holds the index of `" + shown(owner.resource().name()) + "`")));
      }
    }
    return more;
  }

  static String shown(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  static String shown(JsonNode value) {
    return shown(Sign.text(value));
  }
}
