package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.BucketSetting.Kind;
import io.cofferdam.respond.exposure.BucketSetting.Policy;
import io.cofferdam.respond.exposure.Observation.Basis;
import io.cofferdam.respond.exposure.Observation.Subject;
import io.cofferdam.testkit.Covers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-05")
class PartTimelineTest {
  private static final BucketSetting NONE = new Policy(Part.absent());
  private static final BucketSetting SET = new Policy(Part.known("{\"Statement\":[]}"));
  private static final BucketSetting OTHER = new Policy(Part.known("{\"Statement\":[1]}"));

  private static Observation told(int minute, BucketSetting setting, Basis basis) {
    return new Observation(
        new Subject.Bucket("b"),
        at(minute),
        setting,
        basis,
        new EventRef(1, minute, ""),
        "set",
        "");
  }

  private static PartTimeline timeline(List<Window> covered, Observation... told) {
    return new PartTimeline(Kind.POLICY, Arrays.asList(told), covered);
  }

  private static List<BucketSetting> values(PartTimeline timeline, int minute) {
    return timeline.at(span(minute, minute + 1)).values();
  }

  private static final List<Window> ALL = List.of(span(0, 600));

  @Test
  void aChangeHoldsUntilTheNextOne() {
    var timeline = timeline(ALL, told(60, SET, Basis.CHANGE), told(120, NONE, Basis.CHANGE));

    assertThat(values(timeline, 100)).containsExactly(SET);
    assertThat(values(timeline, 130)).containsExactly(NONE);
  }

  @Test
  void bothValuesArePossibleWhileAChangeTakesEffect() {
    var timeline = timeline(ALL, told(60, SET, Basis.CHANGE), told(120, NONE, Basis.CHANGE));

    assertThat(values(timeline, 124)).containsExactlyInAnyOrder(NONE, SET);
    assertThat(values(timeline, 125)).containsExactly(NONE);
  }

  @Test
  void beforeTheFirstChangeNothingIsKnown() {
    assertThat(values(timeline(ALL, told(60, SET, Basis.CHANGE)), 30))
        .noneMatch(BucketSetting::known);
  }

  @Test
  void aFoundValueHeldBackToTheStartOfTheProvedLogs() {
    var timeline = timeline(ALL, told(300, SET, Basis.ANCHOR));

    assertThat(values(timeline, 10)).containsExactly(SET);
    assertThat(values(timeline, 590)).containsExactly(SET);
  }

  @Test
  void aChangeJustBeforeTheProvedLogsMayTakeEffectInThem() {
    assertThat(values(timeline(ALL, told(300, SET, Basis.ANCHOR)), 2)).anyMatch(v -> !v.known());
  }

  @Test
  void whereLogsMayBeMissingNothingHolds() {
    var timeline = timeline(List.of(span(0, 100), span(200, 600)), told(60, SET, Basis.CHANGE));

    assertThat(values(timeline, 90)).containsExactly(SET);
    assertThat(values(timeline, 150)).noneMatch(BucketSetting::known);
    assertThat(values(timeline, 300)).noneMatch(BucketSetting::known);
  }

  @Test
  void twoChangesInOneSecondLeaveBothPossible() {
    var timeline = timeline(ALL, told(60, SET, Basis.CHANGE), told(60, NONE, Basis.CHANGE));

    assertThat(values(timeline, 200)).containsExactlyInAnyOrder(SET, NONE);
  }

  @Test
  void aFoundValueThatContradictsTheChangesMakesTheTimeBackToTheLastFindingUnknown() {
    var timeline =
        timeline(
            ALL,
            told(30, NONE, Basis.ANCHOR),
            told(60, SET, Basis.CHANGE),
            told(300, OTHER, Basis.ANCHOR));

    assertThat(timeline.contradictions()).containsExactly(span(30, 300));
    assertThat(values(timeline, 20)).containsExactly(NONE);
    assertThat(values(timeline, 200)).noneMatch(BucketSetting::known);
    assertThat(values(timeline, 400)).containsExactly(OTHER);
  }

  @Test
  void aFindingThatIsStillTheOldValueRightAfterAChangeIsNoContradiction() {
    var timeline =
        timeline(
            ALL,
            told(30, NONE, Basis.ANCHOR),
            told(60, SET, Basis.CHANGE),
            told(61, NONE, Basis.ANCHOR));

    assertThat(timeline.contradictions()).isEmpty();
    assertThat(values(timeline, 200)).containsExactly(SET);
  }

  @Test
  void policiesWrittenInAnotherOrderAreTheSame() {
    var one =
        new Policy(
            Part.known(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"a\",\"b\"]}]}"));
    var two =
        new Policy(
            Part.known(
                "{\"Statement\":{\"Action\":[\"b\",\"a\"],\"Effect\":\"Allow\"},\"Version\":\"2012-10-17\"}"));

    assertThat(
            timeline(ALL, told(60, one, Basis.CHANGE), told(300, two, Basis.ANCHOR))
                .contradictions())
        .isEmpty();
  }

  @Test
  void aCreationShowsThatNothingWasThereBefore() {
    var timeline =
        new PartTimeline(
            Kind.EXISTENCE, List.of(told(60, BucketSetting.Existence.YES, Basis.CREATION)), ALL);

    assertThat(values(timeline, 30)).containsExactly(BucketSetting.Existence.NO);
  }
}
