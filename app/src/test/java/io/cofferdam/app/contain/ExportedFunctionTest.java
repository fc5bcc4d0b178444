package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.export.ActExport;
import io.cofferdam.app.export.ExportFiles;
import io.cofferdam.app.export.StandInTool;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The code of an exported function does on the stand-in what the act does, and undoes it.
@Covers("R-09")
class ExportedFunctionTest extends OnStandIn {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Acts that read a token, that go by what they made, and that name members otherwise in Java.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws.s3.close-bucket",
        "aws.ec2.isolate-instance",
        "aws.waf.block-addresses",
        "aws.s3.reencrypt-version"
      })
  void actsAndGoesBack(String id) throws IOException, InterruptedException {
    moto().reset();
    try (var clients = new AwsClients(Optional.of(moto().endpoint()), Duration.ofSeconds(20))) {
      clients.useProfile(MotoServer.ACCOUNT, Optional.empty());
      walk(
          id,
          new MotoAccount(
              new AwsActuator(clients, MotoServer.ACCOUNT), Optional.of(moto().endpoint())));
    }
  }

  private void walk(String id, MotoAccount account) throws IOException, InterruptedException {
    var furnished = Furnished.all().filter(each -> each.act().equals(id)).findFirst().orElseThrow();
    var act = AwsActs.of(id, WalkedAct.NOW).orElseThrow();
    var target =
        new Target(
            MotoServer.ACCOUNT,
            MotoAccount.REGION,
            new TreeMap<>(furnished.furnish().apply(account)));
    var plan = planned(account, act, target);
    ExportFiles.write(folder, ActExport.files(plan, "lambda"));

    var acted = ran("{\"way\": \"act\"}");
    assertThat(look(account, act, target)).isNotInstanceOf(Planned.Ready.class);
    if (plan.steps().stream().allMatch(step -> step.undo().isEmpty())) {
      return;
    }
    ran("{\"way\": \"back\", \"made\": " + acted.path("made") + "}");
    var again = planned(account, act, target);
    assertThat(again.before().compared()).isEqualTo(plan.before().compared());
    assertThat(again.steps()).isEqualTo(plan.steps());
  }

  private Planned look(MotoAccount account, Act act, Target target) {
    var prover = new Prover(WalkedAct.NOW, Optional.of(RefusedActsTest.SELF));
    return new ActPlanner(account.calls(), prover, Pause.real()).plan(act, target, "case-7f3a");
  }

  private ActPlan planned(MotoAccount account, Act act, Target target) {
    var planned = look(account, act, target);
    assertThat(planned).isInstanceOf(Planned.Ready.class);
    return ((Planned.Ready) planned).plan();
  }

  private JsonNode ran(String event) throws IOException, InterruptedException {
    var ran =
        StandInTool.python(
            folder,
            "run_function.py",
            moto().endpoint(),
            List.of(folder.resolve("template.json").toString(), event));
    assertThat(ran.code()).as(ran.output()).isZero();
    return JSON.readTree(ran.output().lines().reduce((_, last) -> last).orElse("{}"));
  }
}
