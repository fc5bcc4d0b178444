package io.cofferdam.app.worlds;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Sources;
import java.util.ArrayList;
import java.util.List;

/// How wide the bounds of objects are when a share of the logs is lost.
final class Widths {
  /// Sources with neither inventory nor usage report.
  static final Sources BARE = new Sources(true, true, false, false, true, true, true, true, true);

  private final Trials trials;

  Widths(Trials trials) {
    this.trials = trials;
  }

  /// (at most - at least) / truth over worlds of the scenarios with reads, in which at least one
  /// object was read, and at most half of all were; sorted. Where a key or a role was opened, no
  /// object is counted.
  List<Double> of(double loss, Sources sources, long firstSeed, int seeds) {
    var widths = new ArrayList<Double>();
    for (var scenario : EarlierWorlds.NAMES) {
      if (scenario.startsWith("quiet")) {
        continue;
      }
      for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
        var trial =
            trials.run(
                seed,
                DrillRequest.small(scenario, seed)
                    .withLoss(Loss.ofLogs(loss))
                    .withSources(sources));
        if (counts(trial)) {
          widths.add(Trial.width(trial.report().scope().objects(), trial.truth().objects()));
        }
      }
    }
    widths.sort(Double::compare);
    return List.copyOf(widths);
  }

  private static boolean counts(Trial trial) {
    long there = trial.report().dataMap().stores().stream().mapToLong(s -> s.objects()).sum();
    long read = trial.truth().objects();
    return read > 0 && 2 * read <= there;
  }

  static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
