package io.cofferdam.app.worlds;

import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.app.investigate.ProgressListener;
import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.truth.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Generates worlds one after the other and runs the real investigation on the logs of each, from
/// files to report, without writing page and pack.
public final class Trials {
  private final DrillWorlds worlds = new DrillWorlds();
  private final Path folder;

  /// @param folder an empty folder to work in
  public Trials(Path folder) {
    this.folder = folder;
  }

  /// A world that a number picks: scenario, noise, losses, and the sources that the company has.
  public static DrillRequest pick(long number) {
    var random = new SplittableRandom(number * 7_919 + 13);
    var request = DrillWorlds.pick(number, random.nextInt(10) < 7);
    return random.nextInt(10) < 7 ? request : request.withSources(sources(random));
  }

  private static Sources sources(SplittableRandom random) {
    return new Sources(
        there(random),
        there(random),
        there(random),
        there(random),
        there(random),
        there(random),
        there(random),
        there(random),
        there(random));
  }

  private static boolean there(SplittableRandom random) {
    return random.nextInt(4) > 0;
  }

  public Trial run(long number) {
    return run(number, pick(number));
  }

  Trial run(long number, DrillRequest request) {
    return runPeriod(number, request, named(number, request));
  }

  /// Runs a world of which the investigator names the period, or does not.
  Trial runPeriod(long number, DrillRequest request, boolean named) {
    return meddled(number, request, named, written -> {});
  }

  /// Runs a world of which something is done to the files before they are read.
  Trial meddled(long number, DrillRequest request, boolean named, Consumer<Path> meddler) {
    var world = folder.resolve("world");
    try {
      var truth = worlds.write(request, world).truth();
      meddler.accept(world);
      var report =
          new Investigation(Clock.fixed(truth.until(), ZoneOffset.UTC), ProgressListener.SILENT)
              .answer(question(request, world, named ? truth : null));
      return new Trial(number, request, truth, report);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } finally {
      delete(world);
    }
  }

  /// Whether the investigator names the period. Always where something was lost, since the inputs
  /// may then tell of too short a one, and where digest files reach further than the metering that
  /// alone tells of reads.
  private static boolean named(long number, DrillRequest request) {
    var has = request.sources();
    boolean digestsProve = has.digests() && has.selectors() && has.dataEvents();
    boolean meteringAlone = has.usage() && !has.digests();
    return number % 2 == 1 || !request.loss().equals(Loss.NONE) || !(digestsProve || meteringAlone);
  }

  private static InvestigationRequest question(
      DrillRequest request, Path world, @Nullable Truth period) {
    var keys = world.resolve("digest-keys");
    return new InvestigationRequest(
        List.of(world.resolve("logs")),
        request.sources().dataMap()
            ? Optional.of(world.resolve("data-map.yaml"))
            : Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.ofNullable(period).map(Truth::from),
        Optional.ofNullable(period).map(Truth::until),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Files.isDirectory(keys) ? Optional.of(keys) : Optional.empty(),
        Optional.empty(),
        world.resolve("keys"),
        Optional.empty(),
        world.resolve("out"));
  }

  private static void delete(Path world) {
    if (!Files.exists(world)) {
      return;
    }
    try (var all = Files.walk(world)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
