package io.cofferdam.app.drift;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed, and which outcomes changed with it, the gravest first.
///
/// @param from when the earlier state was read; `to` the later
/// @param judged how many outcomes were judged anew
public record Drift(
    Instant from,
    Instant to,
    List<ChangedResource> resources,
    List<Shift> shifts,
    int judged,
    List<String> notes) {
  public Drift {
    resources = List.copyOf(resources);
    shifts = List.copyOf(shifts);
    notes = List.copyOf(notes);
  }

  /// Compares two snapshots.
  ///
  /// @throws io.cofferdam.model.CofferdamException where a folder holds none, or one that was
  ///     changed
  public static Drift between(Path before, Path after, DataMap map, Progress progress) {
    var earlier = StoredSnapshot.open(before);
    var later = StoredSnapshot.open(after);
    var one = inventory(earlier, progress);
    var other = inventory(later, progress);
    var evaluator = new Evaluator(ControlCatalogue.shipped("aws").controls(), new Predicates());
    var was = evaluator.evaluate(new Scene(one, map, earlier.takenAt()));
    var is = evaluator.evaluate(new Scene(other, map, later.takenAt()));
    var notes = new ArrayList<String>();
    if (earlier.takenAt().isAfter(later.takenAt())) {
      notes.add("The first snapshot is the younger one: gone and new are the other way round.");
    }
    if (!earlier.finished() || !later.finished()) {
      notes.add("A snapshot was not taken to its end: what it does not hold is not known.");
    }
    return new Drift(
        earlier.takenAt(),
        later.takenAt(),
        ChangedResource.between(one, other),
        shifts(was, is),
        is.size(),
        notes);
  }

  static Inventory inventory(StoredSnapshot snapshot, Progress progress) {
    return Traversal.walk(CollectPlan.shipped("aws"), snapshot, snapshot.places(), progress);
  }

  static List<Shift> shifts(List<Finding> before, List<Finding> after) {
    var earlier = byId(before);
    var later = byId(after);
    var shifts = new ArrayList<Shift>();
    later.forEach(
        (id, finding) ->
            Shift.of(Optional.ofNullable(earlier.remove(id)), Optional.of(finding))
                .ifPresent(shifts::add));
    earlier
        .values()
        .forEach(f -> Shift.of(Optional.of(f), Optional.empty()).ifPresent(shifts::add));
    shifts.sort(
        Comparator.comparing(Shift::kind)
            .thenComparing(shift -> shift.finding().severity())
            .thenComparing(shift -> shift.finding().control().id())
            .thenComparing(shift -> shift.finding().resource().id()));
    return shifts;
  }

  /// Lists that gave no answer are told once for each place, so ids may come twice; the first
  /// stands.
  private static Map<String, Finding> byId(List<Finding> findings) {
    var byId = new LinkedHashMap<String, Finding>();
    findings.forEach(f -> byId.putIfAbsent(f.id(), f));
    return byId;
  }

  /// The same with more to note.
  public Drift noting(List<String> more) {
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new Drift(from, to, resources, shifts, judged, all);
  }

  /// 1 where something is new or worse, 3 where only something was lost from sight, else 0.
  public int exitCode() {
    if (shifts.stream().anyMatch(Shift::bad)) {
      return 1;
    }
    return shifts.stream().anyMatch(s -> s.kind() == Shift.Kind.LOST_SIGHT) ? 3 : 0;
  }
}
