package io.cofferdam.drill;

import io.cofferdam.drill.aws.AwsLogs;
import io.cofferdam.drill.aws.SnapshotFiles;
import io.cofferdam.drill.aws.TrailKey;
import io.cofferdam.drill.extra.ExtraFiles;
import io.cofferdam.drill.map.MapFiles;
import io.cofferdam.drill.plot.Plots;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.shelf.FolderShelf;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.truth.TruthFile;
import io.cofferdam.drill.truth.Truths;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Generates a drill: `logs/` in real formats, and beside it `data-map.yaml`, `subjects.csv.gz`,
/// `digest-keys/`, `snapshot/` (how it was configured when the period began) and `truth.json`.
public final class DrillGenerator {
  private DrillGenerator() {}

  /// Writes the drill into a folder that is missing or empty.
  ///
  /// @throws CofferdamException CFD-DRILL-0001 for an unknown scenario, CFD-DRILL-0003 where the
  ///     folder is not empty, CFD-DRILL-0004 where it cannot be written
  public static Drill generate(DrillRequest request, Path folder) {
    try {
      Files.createDirectories(folder);
      try (var inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new CofferdamException(
              "CFD-DRILL-0003",
              ErrorCategory.INVALID_INPUT,
              "folder `" + folder + "` is not empty [a missing or empty folder]",
              "name a new folder, or empty this one");
        }
      }
      var shelf = new FolderShelf(folder);
      var drill = generate(request, shelf);
      snapshot(request, shelf, drill.truth().from(), "snapshot");
      return drill;
    } catch (FileAlreadyExistsException notAFolder) {
      throw unwritable(folder, notAFolder);
    } catch (IOException unwritable) {
      throw unwritable(folder, unwritable);
    } catch (UncheckedIOException unwritable) {
      throw unwritable(folder, unwritable);
    }
  }

  private static CofferdamException unwritable(Path folder, Exception cause) {
    return new CofferdamException(
        "CFD-DRILL-0004",
        ErrorCategory.UNAVAILABLE,
        "folder `" + folder + "` cannot be written [a folder with room to write]",
        "check its rights and the room on the disk",
        cause);
  }

  /// Writes how the world was configured at one instant, as a snapshot of a scan.
  ///
  /// @param folder where on the shelf
  public static void snapshot(DrillRequest request, Shelf shelf, Instant at, String folder)
      throws IOException {
    new SnapshotFiles(Plots.stage(request), request.sources(), shelf, at.getEpochSecond())
        .write(folder);
  }

  /// Writes the drill to any shelf.
  public static Drill generate(DrillRequest request, Shelf shelf) throws IOException {
    var key = TrailKey.of(request.seed(), request.size().keyBits());
    return generate(request, shelf, key);
  }

  static Drill generate(DrillRequest request, Shelf shelf, TrailKey key) throws IOException {
    var world = Plots.stage(request);
    var truth = Truths.of(world, request);
    var tally = new AwsLogs(world, request, shelf, key).write();
    ExtraFiles.write(world, request, shelf);
    new MapFiles(world, request, shelf).write();
    try (var out = shelf.open("truth.json")) {
      TruthFile.write(truth, out);
    }
    return new Drill(truth, tally);
  }
}
