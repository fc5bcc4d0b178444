package io.cofferdam.respond.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.cofferdam.respond.act.SimulatedCloud.Answer;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers({"R-02", "R-03"})
class ActRunnerTest {
  private final DoorScene scene = new DoorScene(_ -> Answer.ANSWERED);

  @Test
  void makesEachStepOnceAndGoesBackToTheStateBefore() {
    var before = scene.cloud.switches.deepCopy();
    scene.approved();
    assertThat(scene.runner().act())
        .isEqualTo(new ActResult.Contained(List.of("whoever walks in")));
    assertThat(scene.cloud.made)
        .containsExactly("Create box", "Set door-a", "Set door-b", "Set lock");
    assertThat(scene.cloud.switches.path("door-a")).isEqualTo(scene.cloud.switches.path("box"));
    assertThat(scene.runner().back()).isEqualTo(new ActResult.WentBack(List.of()));
    assertThat(scene.cloud.switches).isEqualTo(before);
    assertThat(scene.phase()).isEqualTo(ActPhase.BACK);
  }

  @Test
  void aStateThatChangedSinceThePlanIsToldAndNothingIsDone() {
    scene.approved();
    scene.cloud.switches.put("lamp", "off");
    assertThat(scene.runner().act())
        .isEqualTo(
            new ActResult.Changed(
                List.of("/lamp: \"on\" when planned, which the plan leaves, \"off\" now")));
    assertThat(scene.cloud.made).isEmpty();
    assertThat(scene.phase()).isEqualTo(ActPhase.AGREED);
  }

  @Test
  void aChangeByAnotherBetweenTheStepsHaltsTheAct() {
    var other = new DoorScene(n -> n == 1 ? Answer.KILLED_AFTER : Answer.ANSWERED);
    other.approved();
    assertKilled(other.runner()::act);
    other.cloud.switches.put("door-b", "bricked up");
    assertThat(other.runner().act())
        .isEqualTo(
            new ActResult.Halted(
                2,
                "somebody else changed it: /door-b: \"ajar\" before, \"$state:/box\" by us,"
                    + " \"bricked up\" now"));
    assertThat(other.phase()).isEqualTo(ActPhase.HALTED);
    assertThat(other.runner().back())
        .isEqualTo(new ActResult.WentBack(List.of("/door-b: \"ajar\" before, \"bricked up\" now")));
  }

  private static void assertKilled(Runnable run) {
    try {
      run.run();
    } catch (SimulatedCloud.Killed killed) {
      return;
    }
    throw new AssertionError("it was not ended");
  }

  @Test
  void goingBackDoesNotOverwriteWhatAnotherChanged() {
    scene.approved();
    scene.runner().act();
    scene.cloud.switches.put("door-a", "bricked up");
    assertThat(scene.runner().back())
        .isEqualTo(
            new ActResult.Halted(
                1,
                "somebody else changed it: /door-a: \"open\" before, \"id-1\" by us,"
                    + " \"bricked up\" now"));
    assertThat(scene.phase()).isEqualTo(ActPhase.BACK_HALTED);
    assertThat(scene.cloud.switches.path("door-a").asText()).isEqualTo("bricked up");
    scene.cloud.switches.put("door-a", "open");
    assertThat(scene.runner().back()).isEqualTo(new ActResult.WentBack(List.of()));
  }

  @Test
  void whatWasSoAlreadyIsNotUndone() {
    scene.cloud.switches.set("lock", BooleanNode.TRUE);
    scene.approved();
    scene.runner().act();
    assertThat(scene.cloud.made).doesNotContain("Set lock");
    scene.runner().back();
    assertThat(scene.cloud.switches.path("lock").asBoolean()).isTrue();
  }

  @Test
  void anExpiredApprovalOneForAnotherPlanAndNoneAreRefused() {
    var plan = scene.plan();
    scene.approved(plan, DoorScene.NOW, "lead");
    assertThat(scene.runner().act()).isEqualTo(new ActResult.Refused("the approval expired"));
    var other = new DoorScene(_ -> Answer.ANSWERED);
    other.events.add(new ActEvent.Proposed(DoorScene.NOW, other.plan(), "responder"));
    assertThat(other.runner().act()).isEqualTo(new ActResult.Refused("the act stands at PROPOSED"));
    other.events.add(
        new ActEvent.Agreed(
            DoorScene.NOW, new Approved("00", List.of("lead"), DoorScene.NOW.plusSeconds(9))));
    assertThat(other.runner().act())
        .isEqualTo(new ActResult.Refused("the approval is not for this plan"));
    assertThat(scene.cloud.made).isEmpty();
    assertThat(other.cloud.made).isEmpty();
  }

  @Test
  void ofTwoRespondersAtOnceOneIsOutpaced() {
    scene.approved();
    var one = scene.runner();
    var other = scene.runner();
    assertThat(one.act()).isInstanceOf(ActResult.Contained.class);
    assertThat(other.act()).isInstanceOf(ActResult.Outpaced.class);
    assertThat(scene.cloud.made).hasSize(4);
  }

  @Test
  void aRefusedCallHaltsAndSaysWhichPermissionIsMissing() {
    var denied = new DoorScene(n -> n == 2 ? Answer.DENIED : Answer.ANSWERED);
    denied.approved();
    assertThat(denied.runner().act())
        .isEqualTo(
            new ActResult.Halted(2, "doors Set: AccessDenied [grant doors:Set on *] not allowed"));
    assertThat(denied.runner().act()).isInstanceOf(ActResult.Contained.class);
    assertThat(denied.cloud.made).hasSize(4);
  }

  @Test
  void anEventThatCannotBePutOnRecordStopsTheActBeforeItsCall() {
    scene.approved();
    scene.killAfterEvents = 3;
    assertKilled(scene.runner()::act);
    assertThat(scene.cloud.made).isEmpty();
  }

  @Test
  void verifyingAgainNoticesWhatSomebodyOpened() {
    scene.approved();
    scene.runner().act();
    scene.cloud.switches.put("door-a", "open");
    assertThat(scene.runner().verify())
        .isEqualTo(new ActResult.Unverified(List.of("not so any more: set door-a")));
    assertThat(scene.phase()).isEqualTo(ActPhase.UNVERIFIED);
  }
}
