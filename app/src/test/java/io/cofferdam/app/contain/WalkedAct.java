package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.ActRunner;
import io.cofferdam.respond.act.Approved;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Judgement;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An act that was taken on the stand-in from its plan to the way back.
///
/// @param verified how the state was judged after acting, when it was read again
/// @param differences places where the state is not as it was before; empty for an act with a way
///     back
record WalkedAct(ActPlan plan, List<String> verified, List<String> differences) {
  static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  /// @param moto new, or reset
  static WalkedAct walk(Furnished furnished, MotoServer moto, AwsClients clients) {
    var account =
        new MotoAccount(new AwsActuator(clients, MotoServer.ACCOUNT), Optional.of(moto.endpoint()));
    var target =
        new Target(
            MotoServer.ACCOUNT,
            furnished.act().contains(".iam.") ? "" : MotoAccount.REGION,
            new TreeMap<>(furnished.furnish().apply(account)));
    return walk(AwsActs.of(furnished.act(), NOW).orElseThrow(), target, account.calls());
  }

  static WalkedAct walk(Act act, Target target, CloudCalls cloud) {
    var prover = new Prover(NOW, Optional.of(RefusedActsTest.SELF));
    var planner = new ActPlanner(cloud, prover, Pause.real());
    var planned = planner.plan(act, target, "case-7f3a");
    assertThat(planned).isInstanceOf(Planned.Ready.class);
    var plan = ((Planned.Ready) planned).plan();
    assertThat(plan.proof().judgements())
        .as("the act closes what it was aimed at: %s", plan.before().fields())
        .extracting(Judgement::verdict)
        .containsAnyOf(
            Verdict.PROVED,
            act.kind().id().contains("reencrypt") ? Verdict.UNCHANGED : Verdict.PROVED);
    var journal = new MemoryJournal();
    journal.append(0, new ActEvent.Proposed(NOW, plan, "responder"));
    journal.append(
        1,
        new ActEvent.Agreed(
            NOW, new Approved(plan.hash(), List.of("lead", "legal"), NOW.plusSeconds(3600))));
    var runner =
        new ActRunner(act, cloud, journal, prover, Clock.fixed(NOW, ZoneOffset.UTC), Pause.real());
    assertThat(runner.act()).isInstanceOf(ActResult.Contained.class);
    var verified = runner.verify();
    assertThat(verified).isInstanceOf(ActResult.Contained.class);
    if (act.kind().way() == WayBack.WHOLE) {
      assertThat(planner.plan(act, target, "case-7f3a")).isNotInstanceOf(Planned.Ready.class);
    }
    var back = runner.back();
    assertThat(back).isInstanceOf(ActResult.WentBack.class);
    var differences = ((ActResult.WentBack) back).differences();
    if (act.kind().way() == WayBack.WHOLE) {
      assertThat(differences).isEmpty();
      var again = ((Planned.Ready) planner.plan(act, target, "case-7f3a")).plan();
      assertThat(again.before().compared()).isEqualTo(plan.before().compared());
      assertThat(again.steps()).isEqualTo(plan.steps());
      assertThat(again.proof()).isEqualTo(plan.proof());
    } else {
      assertThat(plan.approvals()).isEqualTo(2);
      assertThat(differences).isNotEmpty();
    }
    return new WalkedAct(plan, ((ActResult.Contained) verified).cuts(), differences);
  }
}
