package io.cofferdam.app.drift;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.watch.Watch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Judges anew what recorded calls bear on ([Watch]), and nothing else.
public final class EventDrift {
  private final List<Control> controls = ControlCatalogue.shipped("aws").controls();
  private final DataMap map;

  public EventDrift(DataMap map) {
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
    return of(watch(before, takenAt), calls).drift();
  }

  /// Holds an inventory, so that call after call can be judged.
  public Watch watch(Inventory inventory, Instant takenAt) {
    return new Watch(controls, new Scene(inventory, map, takenAt));
  }

  /// What calls changed, and what is held from then on.
  public record Watched(Drift drift, Watch watch) {}

  /// What calls changed in what is held, in the order of their time.
  public Watched of(Watch watch, List<ApiCall> calls) {
    var before = watch.scene().inventory();
    var takenAt = watch.scene().takenAt();
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
    var judged = watch.after(after, touched);
    return new Watched(
        new Drift(
            takenAt,
            last,
            ChangedResource.between(before, after),
            Drift.shifts(judged.before(), judged.after()),
            judged.after().size(),
            notes),
        judged.watch());
  }
}
