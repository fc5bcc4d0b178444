package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.drill.Scenarios;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
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

  /// Any number of worlds from any seed: `-Dsoak.seed=1000 -Dsoak.worlds=5000`.
  @Test
  @Tag("soak")
  void truthLiesWithinTheBoundsOfManyMoreWorlds() {
    var trials = new Trials(folder);
    long seed = Long.getLong("soak.seed", 1_000_000);
    long worlds = Long.getLong("soak.worlds", 2_000);
    var broken = new ArrayList<String>();
    for (long number = seed; number < seed + worlds; number++) {
      broken.addAll(Promises.broken(trials.run(number)));
    }
    assertThat(broken).isEmpty();
  }
}
