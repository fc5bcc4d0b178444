package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may go wrong between a plan and its way back, by the commands a responder types.
@Covers({"R-02", "R-03", "X-03"})
class ContainCommandTest extends OnStandIn {
  private static final String ROLE = "arn:aws:iam::111122223333:role/cofferdam-contain";

  @Test
  void aCloudThatIsNotReachedIsToldAndUsesNoApproval() throws IOException {
    try (var scene = scene().approved()) {
      for (var words :
          new String[][] {
            {
              "contain",
              "plan",
              scene.id,
              "aws.s3.close-bucket",
              "bucket=shop",
              "--region",
              "eu-x-1"
            },
            {"contain", "execute", scene.id, "C1"}
          }) {
        var all = new String[words.length + 4];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--endpoint-url";
        all[words.length + 1] = "http://127.0.0.1:1";
        all[words.length + 2] = "--by";
        all[words.length + 3] = "mara";
        var ran = scene.ran(all);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("AWS cannot be reached", "CFD-AWS-0004");
      }
      assertThat(scene.json("case", "show", scene.id).at("/approvals/0/status").asText())
          .isEqualTo("granted");
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").code()).isZero();
    }
  }

  @Test
  void aStateThatChangedSinceThePlanIsToldWithAllValuesAndLeftAlone() throws IOException {
    try (var scene = scene().approved()) {
      scene.policy("arn:aws:iam::444455556666:root");
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out())
          .contains(
              "nothing was done: the state is not the one that was planned for",
              "/policy:",
              "when planned, which the plan leaves,",
              "444455556666",
              "plan anew");
      assertThat(scene.puts()).isZero();
      scene.policy("*");
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").code()).isZero();
      assertThat(scene.closed()).isTrue();
    }
  }

  @Test
  void anApprovalThatExpiredIsAskedForAgain() throws IOException {
    try (var scene = scene().approved()) {
      scene.clock = Clock.fixed(Ran.NOW.plus(Duration.ofHours(5)), ZoneOffset.UTC);
      var late = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(late.code()).isEqualTo(2);
      assertThat(late.err())
          .contains("request A1 is expired at 2026-03-20T13:00:00Z", "ask again: `contain ask");
      assertThat(scene.puts()).isZero();
      assertThat(scene.ask("C1").out()).contains("A2 asks for approval");
      scene.approve("A2");
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").code()).isZero();
      assertThat(scene.show().path("standing").asText()).isEqualTo("contained");
    }
  }

  @Test
  void aClockThatIsPutBackRevivesNoApproval() throws IOException {
    try (var scene = scene().approved()) {
      scene.clock = Clock.fixed(Ran.NOW.plus(Duration.ofHours(5)), ZoneOffset.UTC);
      scene.ran("case", "note", scene.id, "later", "--by", "mara");
      scene.clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").err())
          .contains("expired");
      assertThat(scene.puts()).isZero();
    }
  }

  @Test
  void anApprovalIsUsedForOneActAlone() throws IOException {
    try (var scene = scene().approved()) {
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").code()).isZero();
      assertThat(scene.plan().out()).contains("nothing to do");
      assertThat(scene.acting("mara", "contain", "rollback", scene.id, "C1").code()).isZero();
      assertThat(scene.acting("mara", "contain", "execute", scene.id, "C1").err())
          .contains("is undone", "CFD-APP-0171");
      assertThat(scene.plan().out()).contains(scene.id + " C2");
      var again = scene.acting("tomas", "contain", "execute", scene.id, "C2");
      assertThat(again.code()).isEqualTo(2);
      assertThat(again.err()).contains("used for act C1", "ask again");
      assertThat(scene.closed()).isFalse();
    }
  }

  @Test
  void theSamePlanIsPutOnRecordOnce() throws IOException {
    try (var scene = scene().staffed()) {
      assertThat(scene.plan().out()).contains(" C1 ");
      assertThat(scene.plan().out()).contains(" C1 ");
      assertThat(scene.ran("contain", "show", scene.id, "C2").err())
          .contains("`C2` is no act of the case [C1]");
      scene.ask("C1");
      assertThat(scene.ask("C1").err()).contains("asks for that plan already");
    }
  }

  @Test
  void aPlanOnlyReadsAndNamesThePermissionThatIsMissing() throws IOException {
    try (var scene = scene().staffed()) {
      scene.faults =
          asked ->
              asked.text().startsWith("GET /" + scene.bucket + "?policy")
                  ? Fault.DENIED
                  : Fault.NONE;
      var ran = scene.plan();
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.out())
          .contains("no plan", "grant s3:GetBucketPolicy on arn:aws:s3:::" + scene.bucket);
      assertThat(scene.asked)
          .noneMatch(text -> text.startsWith("PUT ") || text.startsWith("DELETE "));
      assertThat(scene.ran("contain", "show", scene.id).err()).contains("there are none");
    }
  }

  @Test
  void aRoleIsAssumedForAnApprovedActWithThePlannedCallsAlone() throws IOException {
    try (var scene = scene().approved("--role-arn", ROLE)) {
      assertThat(scene.asked).noneMatch(text -> text.contains("Action=AssumeRole"));
      var without = scene.acting("tomas", "contain", "execute", scene.id, "C1");
      assertThat(without.code()).isEqualTo(2);
      assertThat(without.err()).contains("would act [`" + ROLE + "`", "CFD-APP-0170");
      assertThat(scene.puts()).isZero();
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1", "--role-arn", ROLE);
      assertThat(ran.out()).contains("acting as " + ROLE);
      assertThat(ran.code()).isZero();
      var assumed =
          scene.asked.stream().filter(text -> text.contains("Action=AssumeRole")).toList();
      assertThat(assumed).hasSize(1);
      assertThat(URLDecoder.decode(assumed.getFirst(), StandardCharsets.UTF_8))
          .contains(
              "RoleArn=" + ROLE,
              "RoleSessionName=cofferdam-" + scene.id + "-C1",
              "Policy=" + scene.show().at("/sessionPolicies/0").asText());
    }
  }

  @Test
  void aRoleThatIsNotAssumedLeavesTheApprovalUnused() throws IOException {
    try (var scene = scene().approved("--role-arn", ROLE)) {
      scene.faults =
          asked -> asked.text().contains("Action=AssumeRole") ? Fault.DENIED : Fault.NONE;
      var ran = scene.acting("tomas", "contain", "execute", scene.id, "C1", "--role-arn", ROLE);
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.err()).contains("was not assumed: AccessDenied", "nothing was done");
      assertThat(scene.puts()).isZero();
      assertThat(scene.json("case", "show", scene.id).at("/approvals/0/status").asText())
          .isEqualTo("granted");
    }
  }

  @Test
  void withoutARoleTheOutputSaysThatTheCredentialsThemselvesAct() throws IOException {
    try (var scene = scene().approved()) {
      assertThat(scene.acting("tomas", "contain", "execute", scene.id, "C1").out())
          .contains("with all that these credentials may do: no --role-arn was given");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bucket=*",
        "bucket=a/../b",
        "bucket=\u001b[2Jshop",
        "bucket=",
        "bucket=x\u202Ey",
        "shop",
        "=shop",
        "buckett=shop",
        "bucket=${aws:username}"
      })
  void hostileNamesAreRefusedBeforeAnythingIsAsked(String name) throws IOException {
    try (var scene = scene().staffed()) {
      var ran =
          scene.acting(
              "mara",
              "contain",
              "plan",
              scene.id,
              "aws.s3.close-bucket",
              name,
              "--region",
              "eu-central-1");
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err()).contains("CFD-APP-016").doesNotContain("\u001b", "\u202E");
      assertThat(scene.asked).isEmpty();
    }
  }

  @Test
  void wrongWordsAreToldWithWhatWouldDo() throws IOException {
    try (var scene = scene().approved()) {
      assertThat(
              scene
                  .acting("mara", "contain", "plan", scene.id, "aws.s3.close-buckett", "b=c")
                  .err())
          .contains("did you mean `aws.s3.close-bucket`?");
      assertThat(scene.plan("--account", "444455556666").err())
          .contains("of account `111122223333` [that of the target, 444455556666]");
      assertThat(scene.plan("--role-arn", "admin").err()).contains("CFD-APP-0160");
      assertThat(scene.acting("mara", "contain", "rollback", scene.id, "C1").err())
          .contains("waits for approval; nothing was done", "contain execute");
      assertThat(scene.acting("mara", "contain", "verify", scene.id, "C1").code()).isEqualTo(2);
      assertThat(scene.acting("stranger", "contain", "execute", scene.id, "C1").err())
          .contains("`stranger` is not on the case");
      assertThat(scene.puts()).isZero();
    }
  }

  @Test
  void verifyingTellsWhatSomebodyOpenedAgain() throws IOException {
    try (var scene = scene().approved()) {
      scene.acting("tomas", "contain", "execute", scene.id, "C1");
      scene.account.call("s3", "DeletePublicAccessBlock", "{'Bucket':'" + scene.bucket + "'}");
      var ran = scene.acting("mara", "contain", "verify", scene.id, "C1");
      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).contains("not so any more", "would still be open");
      assertThat(scene.puts()).isOne();
    }
  }

  @Test
  void theJsonHasTheShapeOfItsSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schema/act.schema.json"));
    try (var scene = scene().approved()) {
      assertThat(schema.validate(scene.show())).isEmpty();
      scene.acting("tomas", "contain", "execute", scene.id, "C1");
      var done = scene.json(scene.words("mara", "contain", "rollback", scene.id, "C1"));
      assertThat(schema.validate(done)).isEmpty();
      assertThat(done.at("/result/word").asText()).isEqualTo("back");
      assertThat(done.path("standing").asText()).isEqualTo("back");
      assertThat(scene.json("contain", "acts").path("acts")).hasSizeGreaterThan(10);
    }
  }
}
