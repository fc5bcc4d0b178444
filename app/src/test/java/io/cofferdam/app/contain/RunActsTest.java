package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.playbooks.RunDesk;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.playbook.run.ActOrder;
import io.cofferdam.respond.playbook.run.ActPort;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A shipped playbook whose act is carried out on a stand-in: planned, consented to by two people
/// with their keys, made, proved, undone, planned anew.
@Covers({"R-01", "R-02", "R-03"})
class RunActsTest extends OnStandIn {
  /// The people, the role, and the commands of one run.
  private record Run(OpenBucket scene, String role) {
    static Run of(OpenBucket scene) throws IOException {
      var role = scene.bucket.replace("shop-training", "ci-deploy");
      scene.account.call(
          "iam",
          "CreateRole",
          """
          {"RoleName":"%s","AssumeRolePolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\
          \\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\
          \\"codebuild.amazonaws.com\\"},\\"Action\\":\\"sts:AssumeRole\\"}]}"}\
          """
              .formatted(role));
      scene.staffed();
      return new Run(scene, role);
    }

    Run begun() {
      acting(
          "start",
          scene.id,
          "contain-sagemaker",
          "--set",
          "account=111122223333",
          "--set",
          "region=eu-central-1",
          "--set",
          "endpoint=shop-ranker",
          "--set",
          "role=" + role);
      return this;
    }

    /// A command that carries out acts.
    String acting(String... words) {
      var ran = scene.acting("mara", command(words, "--acts"));
      assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
      return ran.out();
    }

    private static String[] command(String[] words, String... more) {
      var all = new ArrayList<String>(List.of("playbook"));
      all.addAll(List.of(words));
      all.addAll(List.of(more));
      return all.toArray(String[]::new);
    }

    /// A command that asks no cloud.
    Ran plain(String... words) {
      return scene.ran(command(words, "--by", "mara"));
    }

    void consent(String request) {
      for (var person : List.of("mara", "tomas")) {
        var ran =
            scene.ran(
                "case",
                "approve",
                scene.id,
                request,
                "--sign-with",
                scene.folder.resolve(person + ".pem").toString(),
                "--by",
                person);
        assertThat(ran.code()).as(ran.err()).isZero();
      }
    }

    /// The policies of the role.
    List<String> policies() {
      var names = new ArrayList<String>();
      scene
          .account
          .call("iam", "ListRolePolicies", "{'RoleName':'" + role + "'}")
          .path("PolicyNames")
          .forEach(name -> names.add(name.asText()));
      return names;
    }

    /// How often the act was made.
    long made() {
      return scene.asked.stream().filter(text -> text.contains("Action=PutRolePolicy")).count();
    }

    long undone() {
      return scene.asked.stream().filter(text -> text.contains("Action=DeleteRolePolicy")).count();
    }

    void furnish(String policy) {
      scene.account.call(
          "iam",
          "PutRolePolicy",
          """
          {"RoleName":"%s","PolicyName":"%s","PolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\
          \\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:ListAllMyBuckets\\",\
          \\"Resource\\":\\"*\\"}]}"}\
          """
              .formatted(role, policy));
    }

    /// A process that is killed when an act was made or undone, before that is put on record.
    void killedAfterTheAct() {
      var cloud =
          ActingCloud.of(Optional.empty(), Optional.of(scene.endpoint()), 20, Optional.empty());
      var now = scene.clock.instant();
      try (var desk = CaseDesk.openExisting(Optional.empty(), scene.folder.resolve("home"), now)) {
        var real = new RunActs(desk, new PersonId("mara"), scene.clock, cloud, true);
        var runner = RunDesk.runner(desk, new Killed(real), scene.clock::instant);
        assertThatThrownBy(() -> runner.go(new CaseId(scene.id), "P1"))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("killed");
      }
    }
  }

  /// An answer that never comes.
  private record Killed(ActPort real) implements ActPort {
    @Override
    public Planning plan(ActOrder order) {
      return real.plan(order);
    }

    @Override
    public Doing act(ActOrder order, String planHash, String request) {
      throw new IllegalStateException(
          real.act(order, planHash, request) instanceof Doing.Done ? "killed" : "not done");
    }

    @Override
    public Undoing back(ActOrder order) {
      throw new IllegalStateException(
          real.back(order) instanceof Undoing.Undone ? "killed" : "not undone");
    }
  }

  @Test
  void aRunActsAndGoesBackAndOnAgain() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      run.furnish("read-buckets");
      var asked = run.acting("done", scene.id, "P1-T1", "secured");
      assertThat(asked).contains("gate", "P1-A1");
      assertThat(run.policies()).containsExactly("read-buckets");

      run.consent("P1-A1");
      assertThat(run.acting("status", scene.id)).contains("P1-A2").doesNotContain("P1-A1");
      assertThat(run.policies()).hasSize(2);
      assertThat(run.made()).isOne();
      run.consent("P1-A2");
      assertThat(run.acting("status", scene.id)).contains("P1-T2");
      assertThat(run.acting("done", scene.id, "P1-T2", "denied")).contains("came to its end");

      assertThat(run.acting("back", scene.id, "--why", "the wrong role")).contains("P1-T3");
      assertThat(run.acting("done", scene.id, "P1-T3", "taken out"))
          .contains("everything is undone");
      assertThat(run.policies()).containsExactly("read-buckets");
      assertThat(run.undone()).isOne();

      assertThat(run.acting("go", scene.id, "--on")).contains("P1-A3");
      run.consent("P1-A3");
      assertThat(run.acting("status", scene.id)).contains("P1-A4");
      assertThat(run.policies()).hasSize(2);
      assertThat(run.made()).isEqualTo(2);
      assertThat(scene.ran("case", "verify").code()).isZero();
    }
  }

  @Test
  void anActWhoseEndWasNotRecordedIsNotMadeTwice() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      run.acting("done", scene.id, "P1-T1", "secured");
      run.consent("P1-A1");
      run.killedAfterTheAct();
      assertThat(run.policies()).hasSize(1);
      assertThat(run.acting("status", scene.id)).contains("P1-A2");
      assertThat(run.made()).isOne();

      run.plain("back", scene.id, "--why", "the wrong role");
      run.killedAfterTheAct();
      assertThat(run.policies()).isEmpty();
      assertThat(run.acting("status", scene.id)).contains("everything is undone");
      assertThat(run.undone()).isOne();
    }
  }

  /// Undone, but not recorded so; then somebody says on: nothing is made without another consent.
  @Test
  void anUndoingWhoseEndWasNotRecordedIsPlannedAnew() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      run.acting("done", scene.id, "P1-T1", "secured");
      run.consent("P1-A1");
      run.acting("status", scene.id);
      run.plain("back", scene.id, "--why", "the wrong role");
      run.killedAfterTheAct();
      assertThat(run.acting("go", scene.id, "--on")).contains("act-refused", "planned", "anew");
      assertThat(run.policies()).isEmpty();
      assertThat(run.acting("go", scene.id, "--on")).contains("gate", "P1-A3");
      run.consent("P1-A3");
      run.acting("status", scene.id);
      assertThat(run.policies()).hasSize(1);
      assertThat(run.made()).isEqualTo(2);
    }
  }

  @Test
  void aStateThatChangedSinceTheConsentIsPlannedAnew() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      run.acting("done", scene.id, "P1-T1", "secured");
      run.consent("P1-A1");
      var policy = "cofferdam-revoke-" + scene.id;
      run.furnish(policy);
      assertThat(run.acting("status", scene.id)).contains("act-refused", "not the one");
      assertThat(run.made()).isZero();
      scene.account.call(
          "iam",
          "DeleteRolePolicy",
          "{'RoleName':'" + run.role() + "','PolicyName':'" + policy + "'}");
      assertThat(run.acting("go", scene.id, "--on")).contains("P1-A2");
      run.consent("P1-A2");
      assertThat(run.acting("status", scene.id)).contains("P1-A3");
      assertThat(run.policies()).hasSize(1);
      assertThat(run.made()).isOne();
    }
  }

  @Test
  void withoutLeaveToActACommandWaitsAndPutsNothingOnRecord() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      assertThat(run.plain("done", scene.id, "P1-T1", "secured").out())
          .contains("program", "is to be planned: run this with --acts");
      assertThat(run.acting("status", scene.id)).contains("P1-A1");
      run.consent("P1-A1");
      assertThat(run.plain("status", scene.id).out()).contains("is to be carried out");
      run.acting("status", scene.id);
      assertThat(run.plain("back", scene.id, "--why", "wrong").out()).contains("is to be undone");
      assertThat(run.policies()).hasSize(1);
      assertThat(run.acting("status", scene.id)).contains("everything is undone");
    }
  }

  @Test
  void aRunThatLeavesActsToPeopleCarriesOutNone() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene);
      var started =
          run.plain(
              "start",
              scene.id,
              "contain-sagemaker",
              "--set",
              "account=111122223333",
              "--set",
              "region=eu-central-1",
              "--set",
              "endpoint=shop-ranker",
              "--set",
              "role=" + run.role());
      assertThat(started.code()).isZero();
      var acts = scene.acting("mara", "playbook", "status", scene.id, "--acts");
      assertThat(acts.code()).isEqualTo(2);
      assertThat(acts.err()).contains("CFD-APP-0198");
      var without = scene.acting("mara", "playbook", "status", scene.id);
      assertThat(without.code()).isEqualTo(2);
      assertThat(without.err()).contains("CFD-APP-0197");
      assertThat(run.plain("done", scene.id, "P1-T1", "secured").out()).contains("P1-A1");
      run.consent("P1-A1");
      assertThat(run.plain("status", scene.id).out()).contains("task", "P1-T2");
    }
  }

  /// Somebody did it by hand before: there is nothing to consent to, and nothing to undo.
  @Test
  void whatIsSoAlreadyIsNotDone() throws IOException {
    try (var scene = scene()) {
      var run = Run.of(scene).begun();
      assertThat(run.made()).isZero();
      var policy = "cofferdam-revoke-" + scene.id;
      run.furnish(policy);
      assertThat(run.acting("done", scene.id, "P1-T1", "secured")).contains("P1-A1", "invoking");
      run.acting("back", scene.id, "--why", "wrong");
      assertThat(run.policies()).containsExactly(policy);
      assertThat(run.made() + run.undone()).isZero();
    }
  }
}
