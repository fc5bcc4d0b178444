package io.cofferdam.app.soak;

import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.app.investigate.ProgressListener;
import io.cofferdam.drill.DrillGenerator;
import io.cofferdam.drill.Scenarios;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.score.DrillScore;
import io.cofferdam.drill.score.Score;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// World number n of a seed: a leak or a quiet time with random losses, noise and sources, from its
/// logs to the report. The truth must lie within the report's bounds, whatever was lost.
public final class WorldSoak {
  private static final Set<String> BOUNDED = Set.of("objects", "subjects");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  private final long seed;
  private final Path folder;

  public WorldSoak(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
  }

  /// `SEED FROM SECONDS FINDINGS`; the last line printed tells how far it came.
  public static void main(String[] words) throws IOException {
    var worlds = new WorldSoak(Long.parseLong(words[0]), Scratch.folder().resolve("world"));
    var findings = Files.createDirectories(Path.of(words[3]));
    var end = System.nanoTime() + Long.parseLong(words[2]) * 1_000_000_000L;
    var outside = 0;
    var otherwise = new TreeMap<String, Integer>();
    var n = Long.parseLong(words[1]);
    for (; System.nanoTime() < end; n++) {
      try {
        for (var part : worlds.score(n).parts()) {
          if (!part.matches()) {
            otherwise.merge(part.name(), 1, Integer::sum);
            if (BOUNDED.contains(part.name())) {
              throw new Finding("world " + n + ": " + part.figures() + " " + part.notes());
            }
          }
        }
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        outside++;
        worlds.save(findings, n, e);
      }
    }
    System.out.println(
        "WORLDS position=%d failed %d; answers that differ by part: %s"
            .formatted(n, outside, otherwise));
  }

  private void save(Path findings, long n, Throwable thrown) throws IOException {
    var file = findings.resolve("worlds-" + seed + "-" + n + ".txt");
    try (var out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
      out.println(request(n));
      thrown.printStackTrace(out);
    }
  }

  /// What world number n is.
  public DrillRequest request(long n) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n);
    var names = Scenarios.names();
    return DrillRequest.small(names.get(random.nextInt(names.size())), random.nextLong(1L << 40))
        .withLoss(
            new Loss(
                share(random),
                share(random),
                share(random),
                share(random),
                share(random),
                random.nextInt(4) > 0))
        .withNoise(new Noise(share(random) / 4, share(random), share(random) / 2))
        .withSources(sources(random));
  }

  /// Often nothing or everything, else anything between.
  private static double share(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> 0;
      case 2 -> 1;
      case 3 -> random.nextDouble() / 10;
      default -> random.nextDouble();
    };
  }

  private static Sources sources(RandomGenerator random) {
    return new Sources(
        random.nextInt(5) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        true,
        random.nextInt(4) > 0);
  }

  private Score score(long n) throws IOException {
    remove();
    try {
      return keep(n);
    } finally {
      remove();
    }
  }

  /// Generates world number n, investigates it, and compares; drill and report stay there.
  public Score keep(long n) throws IOException {
    var drill = folder.resolve("drill");
    DrillGenerator.generate(request(n), drill);
    var keys = drill.resolve("digest-keys");
    var result =
        new Investigation(CLOCK, ProgressListener.SILENT)
            .run(
                new InvestigationRequest(
                    List.of(drill.resolve("logs")),
                    Optional.of(drill.resolve("data-map.yaml")),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Files.isDirectory(keys) ? Optional.of(keys) : Optional.empty(),
                    Optional.empty(),
                    folder.resolve("key"),
                    Optional.empty(),
                    folder.resolve("report")));
    return DrillScore.score(drill.resolve("truth.json"), result.out().resolve("report.json"));
  }

  private void remove() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    var all = new ArrayList<Path>();
    try (var walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (var each : all) {
      Files.delete(each);
    }
  }
}
