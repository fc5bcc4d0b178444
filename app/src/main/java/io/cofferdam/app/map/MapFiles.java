package io.cofferdam.app.map;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the map of a snapshot as two files: `map.html` and `data-map.yaml`.
public final class MapFiles {
  private MapFiles() {}

  /// Makes sure that a folder is there and empty, so that nothing is written over.
  ///
  /// @throws CofferdamException CFD-APP-0080 where something is in it
  public static void prepare(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
    } catch (FileAlreadyExistsException notAFolder) {
      // told below
    }
    throw new CofferdamException(
        "CFD-APP-0080",
        ErrorCategory.INVALID_INPUT,
        "output folder `" + folder + "` is not empty [a folder that is empty or not there]",
        "name another with --out; a map that people corrected is never written over");
  }

  /// Maps a snapshot and writes both files.
  ///
  /// @throws CofferdamException where the folder holds no snapshot, or one that was changed
  public static EstateMap write(Path snapshot, Path out, Progress progress) throws IOException {
    var stored = StoredSnapshot.open(snapshot);
    var inventory = Traversal.walk(CollectPlan.shipped("aws"), stored, stored.places(), progress);
    var map = EstateMap.of(new Scene(inventory, DataMap.empty(), stored.takenAt()));
    Files.writeString(out.resolve("map.html"), MapPage.html(map));
    Files.writeString(out.resolve("data-map.yaml"), DataMapDraft.of(map));
    return map;
  }
}
