package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.ActRunner;
import io.cofferdam.respond.act.Approved;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every act on AWS, from the plan to the state as it was before.
@Covers({"R-02", "R-03"})
class ActsOnMotoTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final String SELF = "arn:aws:iam::111122223333:role/cofferdam-contain";

  @BeforeAll
  static void credentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterAll
  static void none() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @ParameterizedTest
  @MethodSource("io.cofferdam.app.contain.Furnished#all")
  void actsAndGoesBackToTheStateBefore(Furnished furnished, @TempDir Path folder)
      throws IOException, InterruptedException {
    try (var moto = MotoServer.start(folder);
        var clients = new AwsClients(Optional.of(moto.endpoint()), Duration.ofSeconds(20))) {
      clients.useProfile(MotoServer.ACCOUNT, Optional.empty());
      var account = new MotoAccount(new AwsActuator(clients, MotoServer.ACCOUNT));
      var target =
          new Target(
              MotoServer.ACCOUNT,
              furnished.act().contains(".iam.") ? "" : MotoAccount.REGION,
              new TreeMap<>(furnished.furnish().apply(account)));
      var act = AwsActs.of(furnished.act(), NOW).orElseThrow();
      var prover = new Prover(NOW, Optional.of(SELF));
      var planner = new ActPlanner(account.calls(), prover, Pause.real());
      var planned = planner.plan(act, target, "case-7f3a");
      assertThat(planned).isInstanceOf(Planned.Ready.class);
      var plan = ((Planned.Ready) planned).plan();
      var journal = new MemoryJournal();
      journal.append(0, new ActEvent.Proposed(NOW, plan, "responder"));
      journal.append(
          1,
          new ActEvent.Agreed(
              NOW, new Approved(plan.hash(), List.of("lead", "legal"), NOW.plusSeconds(3600))));
      var runner =
          new ActRunner(
              act,
              account.calls(),
              journal,
              prover,
              Clock.fixed(NOW, ZoneOffset.UTC),
              Pause.real());
      assertThat(runner.act()).isInstanceOf(ActResult.Contained.class);
      assertThat(planner.plan(act, target, "case-7f3a")).isNotInstanceOf(Planned.Ready.class);
      assertThat(runner.back()).isEqualTo(new ActResult.WentBack(List.of()));
      assertThat(planner.plan(act, target, "case-7f3a")).isEqualTo(planned);
    }
  }
}
