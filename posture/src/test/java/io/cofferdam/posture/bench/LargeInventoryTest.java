package io.cofferdam.posture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The inventory that benchmarks judge gives every control work to do.
@Covers("P-01")
class LargeInventoryTest {
  private static final int SIZE = 2_000;
  private static final ControlCatalogue CATALOGUE = ControlCatalogue.shipped("aws");

  private static Scene scene(long seed) {
    return LargeInventory.scene(CATALOGUE, SIZE, seed);
  }

  @Test
  void noControlIsIdle() {
    var told = new TreeMap<String, TreeSet<String>>();
    CATALOGUE.controls().forEach(each -> told.put(each.id(), new TreeSet<>()));
    for (var finding : new Evaluator(CATALOGUE.controls(), new Predicates()).evaluate(scene(1))) {
      if (finding.outcome() instanceof Outcome.Met
          || finding.outcome() instanceof Outcome.Violated) {
        told.get(finding.control().id()).add(finding.outcome().word());
      }
    }
    var idle = new ArrayList<String>();
    told.forEach(
        (control, words) -> {
          if (words.isEmpty()) {
            idle.add(control);
          }
        });
    assertThat(idle).as("controls that judged nothing to be met or violated").isEmpty();
  }

  @Test
  void everyResourceStandsThereOnce() {
    assertThat(scene(1).inventory().resources())
        .extracting(each -> each.type() + " " + each.id())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(SIZE);
  }

  @Test
  void theSameSeedGivesTheSameInventory() {
    assertThat(scene(7).inventory()).isEqualTo(scene(7).inventory());
    assertThat(scene(7).inventory().resources())
        .extracting(Resource::facts)
        .isNotEqualTo(scene(8).inventory().resources().stream().map(Resource::facts).toList());
  }
}
