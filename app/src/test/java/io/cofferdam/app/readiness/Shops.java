package io.cofferdam.app.readiness;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.app.investigate.ProgressListener;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.StoredScan;
import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.posture.collect.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Generated shops: each is scanned before anything happens, and investigated afterwards.
final class Shops {
  private final DrillWorlds worlds = new DrillWorlds();
  private final Path folder;
  private int number;

  Shops(Path folder) {
    this.folder = folder;
  }

  /// What was said before, what is said afterwards, and what happened.
  record Shop(Truth truth, ScanResult before, LeakReport after) {}

  Shop of(DrillRequest request) {
    var place = folder.resolve("shop-" + ++number);
    var truth = worlds.write(request, place).truth();
    worlds.writeSnapshot(request, truth.from(), place);
    var before =
        StoredScan.of(
            place.resolve("snapshot"),
            DataMapFile.read(place.resolve("data-map.yaml")),
            Optional.empty(),
            Progress.SILENT);
    return new Shop(truth, before, investigated(place, truth));
  }

  private static LeakReport investigated(Path place, Truth truth) {
    var keys = place.resolve("digest-keys");
    try {
      return new Investigation(Clock.fixed(truth.until(), ZoneOffset.UTC), ProgressListener.SILENT)
          .answer(
              new InvestigationRequest(
                  List.of(place.resolve("logs")),
                  Optional.of(place.resolve("data-map.yaml")),
                  List.of(place.resolve("snapshot")),
                  List.of(),
                  List.of(),
                  List.of(),
                  Optional.of(truth.from()),
                  Optional.of(truth.until()),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Files.isDirectory(keys) ? Optional.of(keys) : Optional.empty(),
                  Optional.empty(),
                  place.resolve("keys"),
                  Optional.empty(),
                  place.resolve("out")));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
