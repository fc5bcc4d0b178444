package io.cofferdam.app.drift;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Judges anew what recorded calls touched, and nothing else: the resources that they name, and
/// resources whose facts name one of those where a control reasons over several. A call about the
/// account or a trail touches everything of the account that such a control is about.
public final class EventDrift {
  private final List<Control> controls;
  private final Evaluator evaluator;
  private final DataMap map;

  public EventDrift(DataMap map) {
    this.controls = ControlCatalogue.shipped("aws").controls();
    this.evaluator = new Evaluator(controls, new Predicates());
    this.map = map;
  }

  /// What calls changed since a snapshot.
  ///
  /// @throws io.cofferdam.model.CofferdamException where the folder holds none, or one that was
  ///     changed
  public Drift of(Path folder, List<ApiCall> calls, Progress progress) {
    var snapshot = StoredSnapshot.open(folder);
    return of(Drift.inventory(snapshot, progress), snapshot.takenAt(), calls);
  }

  /// What calls changed, in the order of their time.
  public Drift of(Inventory before, Instant takenAt, List<ApiCall> calls) {
    var after = before;
    var touched = new ArrayList<Resource>();
    var notes = new ArrayList<String>();
    var last = takenAt;
    for (var call : calls) {
      if (call.succeeded()) {
        if (call.time().isBefore(takenAt)) {
          notes.add(call.action() + " of " + call.time() + " is older than the snapshot.");
          continue;
        }
        var changed = new CallEffect(call, controls).on(after);
        if (changed.touched().isEmpty()) {
          notes.add(
              call.action()
                  + " of "
                  + call.time()
                  + " touches nothing that the snapshot holds; what it made is not judged.");
        }
        after = changed.inventory();
        touched.addAll(changed.touched());
        last = call.time();
      }
    }
    var was = judged(before, touched, takenAt);
    var is = judged(after, touched, takenAt);
    return new Drift(
        takenAt,
        last,
        ChangedResource.between(before, after),
        Drift.shifts(was, is),
        is.size(),
        notes);
  }

  private List<Finding> judged(Inventory inventory, List<Resource> touched, Instant at) {
    var scene = new Scene(inventory, map, at);
    var ids = new HashSet<String>();
    var names = new HashSet<String>();
    boolean wide = false;
    for (var each : touched) {
      ids.add(each.type() + "\n" + each.id());
      names.add(each.id());
      names.add(each.name());
      wide |= each.type().equals(Inventory.ACCOUNT) || each.type().equals("cloudtrail-trail");
    }
    boolean everywhere = wide;
    var reasoned = new HashSet<String>();
    controls.stream()
        .filter(control -> control.met().isEmpty())
        .forEach(control -> reasoned.addAll(control.resources()));
    return evaluator.evaluate(
        scene,
        resource ->
            ids.contains(resource.type() + "\n" + resource.id())
                || (reasoned.contains(resource.type()) && (everywhere || naming(resource, names))));
  }

  private static boolean naming(Resource resource, Set<String> names) {
    if (names.isEmpty()) {
      return false;
    }
    var facts = resource.facts().toString();
    return names.stream().anyMatch(facts::contains);
  }
}
