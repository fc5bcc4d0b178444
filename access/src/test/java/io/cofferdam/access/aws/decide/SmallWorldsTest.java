package io.cofferdam.access.aws.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The product against the reference over all layers. `-Daccess.worlds` and `-Daccess.from` say how
/// many worlds and from which number on; `scripts/soak.sh` counts on where the last run stopped.
@Covers({"P-01", "P-02"})
class SmallWorldsTest {
  private static final long FROM = Long.getLong("access.from", 20_261_121L);
  private static final long WORLDS = Long.getLong("access.worlds", 20_000L);

  @Test
  void productAndReferenceAgreeOnEveryWorld() {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (long seed = FROM; seed < FROM + WORLDS; seed++) {
      SmallWorld world = SmallWorlds.world(seed);
      String expected = ReferenceWorld.decide(world);
      Decision decision = WorldTranslation.decide(world);
      assertThat(decision.getClass().getSimpleName())
          .as("world %d: %s%nproduct says %s", seed, world, decision.because())
          .isEqualTo(expected);
      assertThat(decision.because().isEmpty() && !expected.equals("Unknown"))
          .as("world %d says why: %s", seed, world)
          .isFalse();
      outcomes.merge(expected, 1, Integer::sum);
    }
    assertThat(outcomes.values())
        .as("every outcome comes up: %s", outcomes)
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(outcomes.getOrDefault("Allowed", 0)).isGreaterThan((int) (WORLDS / 20));
  }
}
