package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.drill.Scenarios;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is promised of every world: the truth lies within all bounds, is the bounds where nothing
/// is missing, and nothing is called what it is not.
@Covers({"R-03", "R-04", "R-05", "R-06"})
class WorldsTest {
  private static final int WORLDS = 224;

  @TempDir Path folder;

  @Test
  void truthLiesWithinTheBoundsOfEveryWorld() {
    var trials = new Trials(folder);
    var broken = new ArrayList<String>();
    var scenarios = new TreeSet<String>();
    var counts = new TreeMap<String, Integer>();
    for (long number = 0; number < WORLDS; number++) {
      var trial = trials.run(number);
      broken.addAll(Promises.broken(trial));
      scenarios.add(trial.request().scenario());
      counts.merge(trial.truth().flags().exact() ? "exact" : "other", 1, Integer::sum);
      counts.merge(trial.truth().flags().quiet() ? "quiet" : "leak", 1, Integer::sum);
    }
    assertThat(broken).isEmpty();
    assertThat(scenarios).containsAll(Scenarios.names());
    assertThat(counts.get("exact")).as("worlds in which nothing is missing").isGreaterThan(30);
    assertThat(counts.get("quiet")).as("quiet worlds").isGreaterThan(30);
  }

  @Test
  void boundsStayNarrowWhereATenthOfTheLogsIsLost() {
    var widths = new ArrayList<Double>();
    var lossy = new Widths(new Trials(folder));
    for (var loss : new double[] {0.02, 0.06, 0.1}) {
      widths.addAll(lossy.of(loss, Sources.ALL, 400 + Math.round(loss * 100), 2));
    }
    widths.sort(Double::compare);
    assertThat(widths).hasSizeGreaterThan(20);
    assertThat(Widths.median(widths)).isLessThanOrEqualTo(0.5);
  }
}
