package io.cofferdam.posture.predicate.identity;

import static io.cofferdam.posture.predicate.identity.MadeAccount.allow;
import static io.cofferdam.posture.predicate.identity.MadeAccount.arn;
import static io.cofferdam.posture.predicate.identity.MadeAccount.policy;
import static io.cofferdam.posture.predicate.identity.MadeAccount.service;
import static io.cofferdam.posture.predicate.identity.MadeAccount.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is an administrator, who becomes one, and who only looks like it.
@Covers("P-01")
class PowerTest {
  private static final String EC2 = trusting(service("ec2.amazonaws.com"));

  private static Outcome.Violated violated(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Violated.class);
    return (Outcome.Violated) outcome;
  }

  private static void met(Outcome outcome) {
    assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Met.class);
  }

  private static MadeAccount threeAdmins() {
    return new MadeAccount()
        .role("people", EC2, allow("*", "*"))
        .role("emergency", EC2, allow("*", "*"))
        .role("build", EC2, allow("*", "*"));
  }

  @Test
  void undeclaredAdministratorsAreNamed() {
    assertThat(violated(threeAdmins().ofAccount("iam-admins")).witness())
        .hasSize(3)
        .anyMatch(line -> line.contains("build"));
  }

  @Test
  void declaredAdministratorsAreMeant() {
    met(threeAdmins().administrators("arn:aws:iam::111122223333:role/*").ofAccount("iam-admins"));
    assertThat(
            violated(
                    threeAdmins()
                        .administrators(arn("people"), arn("emergency"))
                        .ofAccount("iam-admins"))
                .witness())
        .singleElement()
        .asString()
        .contains("build");
  }

  @Test
  void aBoundaryTakesThePowerAway() {
    var account = new MadeAccount().managed("only-s3", allow("s3:*", "*"));
    for (var name : List.of("a", "b", "c")) {
      account.bounded(name, "arn:aws:iam::111122223333:policy/only-s3", allow("*", "*"));
    }
    met(account.ofAccount("iam-admins"));
  }

  @Test
  void aServiceControlPolicyTakesThePowerAway() {
    var noIam = policy("{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}");
    met(threeAdmins().organisation(List.of(noIam), List.of()).ofAccount("iam-admins"));
  }

  @Test
  void aRegionLockTakesNoPowerAway() {
    var lock =
        policy(
            """
            {"Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":
            {"StringNotEquals":{"aws:RequestedRegion":"eu-central-1"}}}""");
    violated(
        threeAdmins()
            .bucket("shop-logs", "")
            .organisation(List.of(lock), List.of())
            .ofAccount("iam-admins"));
  }

  @Test
  void unreadPoliciesOfTheOrganisationAreToldBesideTheFinding() {
    assertThat(violated(threeAdmins().organisationUnread().ofAccount("iam-admins")).why())
        .contains("may still forbid it");
  }

  @Test
  void whoMayNotListIdentitiesLearnsThePermission() {
    assertThat(threeAdmins().identitiesDenied().ofAccount("iam-admins"))
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open ->
                assertThat(open.missing())
                    .anyMatch(m -> m.contains("iam:GetAccountAuthorizationDetails was denied")));
  }

  @Test
  void passingARoleToAFunctionIsAWayAndItsEdgeIsNamed() {
    var outcome =
        new MadeAccount()
            .role("ci", EC2, allow("lambda:CreateFunction lambda:InvokeFunction iam:PassRole", "*"))
            .role("people", trusting(service("lambda.amazonaws.com")), allow("*", "*"))
            .ofAccount("iam-escalation");
    assertThat(violated(outcome).witness())
        .anyMatch(line -> line.contains("role ci") && line.contains("passes role people"))
        .anyMatch(line -> line.startsWith("cut: remove "));
  }

  @Test
  void aWayOfSeveralStepsEndsAtSensitiveData() {
    var outcome =
        new MadeAccount()
            .bucket("shop-data", "confidential")
            .role("dev", EC2, allow("lambda:UpdateFunctionCode", "*"))
            .role(
                "function",
                trusting(service("lambda.amazonaws.com")),
                allow("sts:AssumeRole", arn("reader")))
            .role(
                "reader",
                trusting("{\"AWS\":\"arn:aws:iam::111122223333:root\"}"),
                allow("s3:GetObject", "arn:aws:s3:::shop-data/*"))
            .other(
                "lambda-function",
                "arn:aws:lambda:eu-central-1:111122223333:function:orders",
                JsonNodeFactory.instance.objectNode().put("Role", arn("function")))
            .ofAccount("iam-escalation");
    assertThat(violated(outcome).witness())
        .anyMatch(
            line ->
                line.contains("role dev")
                    && line.contains("replaces the code")
                    && line.contains("assumes role reader"));
  }

  @Test
  void aServiceControlPolicyThatCutsTheWayLeavesNone() {
    var noPass = policy("{\"Effect\":\"Deny\",\"Action\":\"iam:PassRole\",\"Resource\":\"*\"}");
    met(
        new MadeAccount()
            .role("ci", EC2, allow("lambda:CreateFunction lambda:InvokeFunction iam:PassRole", "*"))
            .role("people", trusting(service("lambda.amazonaws.com")), allow("*", "*"))
            .organisation(List.of(noPass), List.of())
            .ofAccount("iam-escalation"));
  }

  @Test
  void aRoleAssumedByWhomItNamesIsADelegation() {
    met(
        new MadeAccount()
            .role("app", EC2, allow("sts:AssumeRole", arn("people")))
            .role("people", trusting("{\"AWS\":\"" + arn("app") + "\"}"), allow("*", "*"))
            .ofAccount("iam-escalation"));
  }

  @Test
  void aRoleAssumedByWhomItsAccountLetsIsNone() {
    violated(
        new MadeAccount()
            .role("app", EC2, allow("sts:AssumeRole", "*"))
            .role(
                "people", trusting("{\"AWS\":\"arn:aws:iam::111122223333:root\"}"), allow("*", "*"))
            .ofAccount("iam-escalation"));
  }
}
