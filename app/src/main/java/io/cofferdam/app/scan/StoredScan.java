package io.cofferdam.app.scan;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;

/// A scan of a snapshot. Opens no connection.
public final class StoredScan {
  private StoredScan() {}

  /// Judges the snapshot in a folder.
  ///
  /// @throws io.cofferdam.model.CofferdamException where the folder holds none, or one that was
  ///     changed
  public static ScanResult of(Path folder, DataMap map, Progress progress) {
    var snapshot = StoredSnapshot.open(folder);
    var notes = new ArrayList<String>();
    if (!snapshot.finished()) {
      notes.add("The snapshot was not taken to its end: what it does not hold is undetermined.");
    }
    if (snapshot.undecodable() > 0) {
      notes.add(snapshot.undecodable() + " lines of its journal cannot be read and are left out.");
    }
    var places = snapshot.places();
    var inventory =
        Traversal.walk(CollectPlan.shipped("aws"), snapshot, places, progress, notes::add);
    notes.addAll(CrossChecks.of(inventory, places));
    return ScanResult.judged(inventory, map, places, snapshot.unasked(), snapshot.takenAt(), notes);
  }
}
