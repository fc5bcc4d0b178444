package io.cofferdam.respond.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.act.SimulatedCloud.Answer;
import io.cofferdam.testkit.Covers;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever ends the process or loses an answer, wherever: going on ends contained with each change
/// made once, and going back ends in the state before.
@Covers({"R-02", "R-03"})
class KilledActProperties {
  private static final int RUNS = 40;

  @Property(tries = 2_000)
  void goingOnEndsContained(
      @ForAll @Size(max = 6) List<Answer> answers,
      @ForAll @IntRange(min = 3, max = 16) int killAfterEvents) {
    var scene = scene(answers, killAfterEvents);
    assertThat(untilDone(scene, true)).isInstanceOf(ActResult.Contained.class);
    assertThat(scene.cloud.made).hasSize(4);
    assertThat(new HashSet<>(scene.cloud.made)).hasSize(4);
  }

  @Property(tries = 2_000)
  void goingBackFromAnywhereEndsInTheStateBefore(
      @ForAll @Size(max = 12) List<Answer> answers,
      @ForAll @IntRange(min = 3, max = 24) int killAfterEvents,
      @ForAll @IntRange(min = 1, max = 3) int attempts) {
    var scene = scene(answers, killAfterEvents);
    var before = scene.cloud.switches.deepCopy();
    for (var i = 0; i < attempts; i++) {
      once(scene, true);
    }
    if (!scene.phase().mayGoBack()) {
      assertThat(scene.cloud.switches).isEqualTo(before);
      return;
    }
    assertThat(untilDone(scene, false)).isEqualTo(new ActResult.WentBack(List.of()));
    assertThat(scene.cloud.switches).isEqualTo(before);
    assertThat(scene.cloud.made.stream().filter("Create box"::equals).count()).isLessThan(2);
  }

  private static DoorScene scene(List<Answer> answers, int killAfterEvents) {
    var scene = new DoorScene(n -> n < answers.size() ? answers.get(n) : Answer.ANSWERED);
    scene.approved();
    scene.killAfterEvents = killAfterEvents;
    return scene;
  }

  private static ActResult untilDone(DoorScene scene, boolean on) {
    ActResult result = new ActResult.Outpaced();
    for (var i = 0; i < RUNS; i++) {
      result = once(scene, on);
      if (result instanceof ActResult.Contained || result instanceof ActResult.WentBack) {
        return result;
      }
      if (scene.phase() == ActPhase.CONTAINED) {
        return new ActResult.Contained(List.of());
      }
      if (scene.phase() == ActPhase.BACK) {
        return new ActResult.WentBack(List.of());
      }
    }
    return result;
  }

  private static ActResult once(DoorScene scene, boolean on) {
    try {
      return on ? scene.runner().act() : scene.runner().back();
    } catch (SimulatedCloud.Killed killed) {
      return new ActResult.Outpaced();
    }
  }
}
