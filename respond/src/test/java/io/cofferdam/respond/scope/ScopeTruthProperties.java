package io.cofferdam.respond.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.respond.scope.SmallWorld.Told;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Whatever is lost, the truth lies within the bounds; and they are tight where they can be.
@Covers("R-05")
class ScopeTruthProperties {

  @Property(tries = 300)
  void truthLiesWithinBoundsWhateverIsLost(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int objects,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 1) double loss,
      @ForAll boolean partial,
      @ForAll boolean stolenRole,
      @ForAll @IntRange(min = 0, max = 31) int told) {
    var world = new SmallWorld(seed, objects, share, partial, stolenRole);
    var scope =
        world.scope(
            new Told(
                loss,
                (told & 1) > 0,
                (told & 2) > 0,
                (told & 4) > 0,
                (told & 8) > 0,
                false,
                (told & 16) > 0),
            seed);
    assertTruthWithin(world, scope);
  }

  @Property(tries = 100)
  void boundsAreTheTruthWhenLogsAreCompleteAndNoReadIsPartial(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int objects,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll boolean stolenRole) {
    var world = new SmallWorld(seed, objects, share, false, stolenRole);
    var scope = world.scope(Told.ALL, seed);
    assertTruthWithin(world, scope);
    assertThat(scope.objects()).isEqualTo(Bounds.exactly(world.takenObjects().size()));
    assertThat(scope.people()).isEqualTo(Bounds.exactly(world.takenPeople().cardinality()));
    assertThat(scope.noEvidenceOfAccess()).isEqualTo(world.takenObjects().isEmpty());
  }

  @Property(tries = 60)
  void aFurtherInputNeverWidens(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 30) int objects,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double loss,
      @ForAll @IntRange(min = 0, max = 3) int added,
      @ForAll @IntRange(min = 0, max = 15) int before) {
    int after = before | (1 << added);
    var world = new SmallWorld(seed, objects, 0.4, true, false);
    var less = world.scope(told(before, loss), seed);
    var more = world.scope(told(after, loss), seed);
    assertThat(more.objects().atMost()).isLessThanOrEqualTo(less.objects().atMost());
    assertThat(more.objects().atLeast()).isGreaterThanOrEqualTo(less.objects().atLeast());
    assertThat(more.people().atMost()).isLessThanOrEqualTo(less.people().atMost());
    assertThat(more.people().atLeast()).isGreaterThanOrEqualTo(less.people().atLeast());
  }

  private static Told told(int bits, double loss) {
    return new Told(
        loss, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, true, (bits & 8) > 0, true);
  }

  @Test
  void aTenthLostLeavesTheMedianWidthBelowHalfTheTruth() {
    var widths = new ArrayList<Double>();
    for (int seed = 0; seed < 120; seed++) {
      var world = new SmallWorld(seed, 60, 0.02 + (seed % 40) * 0.015, false, seed % 2 == 0);
      long truth = world.takenObjects().size();
      if (truth >= 1 && truth <= 30) {
        var scope = world.scope(new Told(0.1, true, true, true, false, false, seed % 3 > 0), seed);
        assertTruthWithin(world, scope);
        widths.add((double) scope.objects().width() / truth);
      }
    }
    Collections.sort(widths);
    assertThat(widths.size()).isGreaterThan(60);
    assertThat(widths.get(widths.size() / 2)).isLessThanOrEqualTo(0.5);
  }

  static void assertTruthWithin(SmallWorld world, Scope scope) {
    within("objects", scope.objects(), world.takenObjects().size());
    within("people", scope.people(), world.takenPeople().cardinality());
    world
        .takenByCountry()
        .forEach(
            (country, n) ->
                scope.subjects().stream()
                    .filter(s -> s.country().equals(country))
                    .filter(s -> s.dataClass().equals(ScopeCalculator.ANY_CLASS))
                    .findFirst()
                    .ifPresentOrElse(
                        s -> within(country, s.people(), n),
                        () -> assertThat(scope.people().bounded()).as(country).isFalse()));
  }

  private static void within(String what, Bounds bounds, long truth) {
    assertThat(truth).as(what).isBetween(bounds.atLeast(), bounds.atMost());
  }
}
