package io.cofferdam.app.worlds;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.request.Sources;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Worlds as they were numbered before [Trials#pick]: harsher, since half of all losses are total
/// or close to it and each source is missing in one world out of four. Some of these once had a
/// truth outside of their bounds.
public final class EarlierWorlds {
  /// The seed 20261121, under which the worlds known by number were found, times 2^64 over the
  /// golden ratio.
  private static final long SPREAD_SEED = 7_898_420_960_993_401_109L;

  /// The scenarios of that time, in their order.
  static final List<String> NAMES =
      List.of(
          "public-training-bucket",
          "weights-copied-by-ci-role",
          "prompt-log-shared",
          "stolen-endpoint-role",
          "public-snapshot",
          "azure-container-opened",
          "database-dumped",
          "customer-data-and-weights",
          "quiet",
          "quiet-deploy",
          "quiet-migration",
          "quiet-refused",
          "quiet-endpoint",
          "quiet-nat");

  private EarlierWorlds() {}

  /// What world number n is.
  public static DrillRequest request(long n) {
    var random = new SplittableRandom(SPREAD_SEED + n);
    return DrillRequest.small(NAMES.get(random.nextInt(NAMES.size())), random.nextLong(1L << 40))
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
}
