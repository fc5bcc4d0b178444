package io.cofferdam.access.aws.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.symbolic.CeilingQuestion.Whose;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CeilingQuestionTest {
  private static final String OWN = "111122223333";
  private static final PolicyDocument FULL =
      policy("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}");

  private static PolicyDocument policy(String statement) {
    return PolicyParser.parse("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}")
        .asOptional()
        .orElseThrow();
  }

  private static Condition condition(String operator, String key, String... values) {
    return new Condition(
        ConditionOperator.parse(operator).orElseThrow(),
        key.toLowerCase(Locale.ROOT),
        key,
        Stream.of(values).map(Template::literal).toList());
  }

  private static Answer own(String statement, String action, Condition... where) {
    return new CeilingQuestion(
            OWN,
            List.of(List.of(FULL), List.of(FULL, policy(statement))),
            List.of(),
            Whose.OWN,
            List.of(action),
            List.of(where))
        .answer();
  }

  private static Answer outsiders(String statement, String action) {
    return new CeilingQuestion(
            OWN,
            List.of(),
            List.of(List.of(policy(statement))),
            Whose.OUTSIDERS,
            List.of(action),
            List.of())
        .answer();
  }

  @Test
  void aPlainDenyLeavesNoRoom() {
    assertThat(
            own(
                """
                {"Effect":"Deny","Action":"cloudtrail:Stop*","Resource":"*"}""",
                "cloudtrail:StopLogging"))
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aDenyOfAnotherActionLeavesRoom() {
    assertThat(
            own(
                """
                {"Effect":"Deny","Action":"cloudtrail:DeleteTrail","Resource":"*"}""",
                "cloudtrail:StopLogging"))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void anExemptionLeavesRoomOnlyForTheExempt() {
    var deny =
        """
        {"Effect":"Deny","Action":"cloudtrail:*","Resource":"*","Condition":
        {"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/break-glass"}}}""";
    assertThat(own(deny, "cloudtrail:StopLogging"))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> assertThat(found.request().principal().name()).contains("break-glass"));
    assertThat(
            own(
                deny,
                "cloudtrail:StopLogging",
                condition(
                    "ArnNotLike",
                    "aws:PrincipalArn",
                    "arn:aws:iam::111122223333:role/break-glass")))
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aRegionLockHoldsForWhatItNames() {
    var lock =
        """
        {"Effect":"Deny","NotAction":["iam:*","sts:*","bedrock:*"],"Resource":"*","Condition":
        {"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","eu-west-1"]}}}""";
    var elsewhere =
        new Condition[] {
          condition("StringNotEquals", "aws:RequestedRegion", "eu-central-1", "eu-west-1"),
          condition("Null", "aws:RequestedRegion", "false")
        };
    assertThat(own(lock, "sagemaker:CreateTrainingJob", elsewhere))
        .isInstanceOf(Answer.Impossible.class);
    assertThat(own(lock, "bedrock:InvokeModel", elsewhere)).isInstanceOf(Answer.Found.class);
  }

  @Test
  void aLevelWithoutAnAllowForbidsAll() {
    assertThat(
            new CeilingQuestion(
                    OWN,
                    List.of(
                        List.of(FULL),
                        List.of(
                            policy(
                                "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}"))),
                    List.of(),
                    Whose.OWN,
                    List.of("ec2:RunInstances"),
                    List.of())
                .answer())
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void aPerimeterKeepsOutsidersOut() {
    var perimeter =
        """
        {"Effect":"Deny","Principal":"*","Action":["s3:*","sts:*"],"Resource":"*","Condition":
        {"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-exampleorg1"},
        "BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}""";
    assertThat(outsiders(perimeter, "s3:GetObject")).isInstanceOf(Answer.Impossible.class);
    assertThat(outsiders(perimeter, "sts:AssumeRole")).isInstanceOf(Answer.Impossible.class);
    assertThat(outsiders(perimeter, "sqs:ReceiveMessage")).isInstanceOf(Answer.Found.class);
  }
}
