package io.cofferdam.drill;

import io.cofferdam.drill.aws.AwsLogs;
import io.cofferdam.drill.aws.TrailKey;
import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.request.Size;
import io.cofferdam.drill.shelf.FolderShelf;
import io.cofferdam.drill.shelf.MemoryShelf;
import io.cofferdam.drill.truth.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// Many small worlds, quickly, for property tests: all share one digest key, so that none waits for
/// a key of its own to be made.
public final class DrillWorlds {
  /// A world in memory.
  ///
  /// @param files contents by path: `logs/...`, `data-map.yaml`, `subjects.csv.gz`, `truth.json`,
  ///     `digest-keys/...`
  public record SmallWorld(
      DrillRequest request, Truth truth, AwsLogs.Tally tally, SortedMap<String, byte[]> files) {
    public SmallWorld {
      files = Collections.unmodifiableSortedMap(files);
    }
  }

  private final TrailKey key;

  public DrillWorlds() {
    this.key = TrailKey.of(20_260_301, Size.SMALL.keyBits());
  }

  /// Makes a world in memory.
  public SmallWorld inMemory(DrillRequest request) {
    var shelf = new MemoryShelf();
    try {
      var drill = DrillGenerator.generate(request, shelf, key);
      return new SmallWorld(request, drill.truth(), drill.tally(), shelf.files());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Writes a world into a folder, which must not hold one yet.
  public Drill write(DrillRequest request, Path folder) {
    try {
      return DrillGenerator.generate(request, new FolderShelf(folder), key);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// Writes how a world was configured at one instant, as a snapshot of a scan, into a folder that
  /// must not hold one yet.
  public void writeSnapshot(DrillRequest request, Instant at, Path folder) {
    try {
      DrillGenerator.snapshot(request, new FolderShelf(folder), at, "snapshot");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// A small world that a seed picks among all scenarios, noises and, where `losses`, losses of 0
  /// to 1 of each source apart (one world in five loses nothing).
  public static DrillRequest pick(long seed, boolean losses) {
    var dice = Dice.of(seed, 901);
    List<String> names = Scenarios.names();
    var request = DrillRequest.small(dice.pick(names), seed);
    if (dice.chance(0.3)) {
      request = request.withNoise(Noise.NONE);
    }
    if (!losses || dice.chance(0.2)) {
      return request;
    }
    return request.withLoss(
        new Loss(
            share(dice), share(dice), share(dice), share(dice), share(dice), dice.chance(0.7)));
  }

  private static double share(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> 0;
      case 1 -> dice.unit() * 0.1;
      case 2 -> dice.unit();
      default -> dice.chance(0.3) ? 1 : dice.unit() * 0.5;
    };
  }
}
