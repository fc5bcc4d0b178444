package io.cofferdam.app.scan;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.scene.AccessReviews;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/// A scan of a snapshot. Opens no connection.
public final class StoredScan {
  private StoredScan() {}

  /// Judges the snapshot in a folder.
  ///
  /// @throws io.cofferdam.model.CofferdamException where the folder holds none, or one that was
  ///     changed
  public static ScanResult of(
      Path folder, DataMap map, Optional<AccessReviews> reviews, Progress progress) {
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
    var scene = new Scene(inventory, map, snapshot.takenAt(), reviews);
    return ScanResult.judged(scene, places, snapshot.unasked(), notes);
  }

  /// The scene of a snapshot, for questions beside those of the controls.
  ///
  /// @throws io.cofferdam.model.CofferdamException as [#of]
  public static Scene scene(Path folder, DataMap map, Progress progress) {
    var snapshot = StoredSnapshot.open(folder);
    var inventory =
        Traversal.walk(CollectPlan.shipped("aws"), snapshot, snapshot.places(), progress);
    return new Scene(inventory, map, snapshot.takenAt());
  }
}
