package io.cofferdam.posture.predicate.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Detection that looks wired and is not, and the other way round.
@Covers("P-11")
class DetectionLookAlikesTest {
  private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:security";
  private static final String HUB =
      "{'security-hub':{'HubArn':'arn:hub'},'security-hub-products':{'ProductSubscriptions':"
          + "['x/aws/guardduty','x/aws/inspector','x/aws/macie']}}";

  private static Outcome judge(String predicate, MadeEstate estate) {
    return new Predicates().named(predicate).evaluate(estate.the(Inventory.REGION), estate.scene());
  }

  private static MadeEstate used(String region) {
    return new MadeEstate().region(region).with("bedrock-agent", "A1", "{'agentName':'advice'}");
  }

  private static MadeEstate wired(String state, String pattern, String target) {
    return used(HUB)
        .with(
            "event-rule",
            "findings",
            "{'State':'"
                + state
                + "','EventPattern':'{\\\"source\\\":[\\\""
                + pattern
                + "\\\"]}','targets':{'Targets':[{'Arn':'"
                + target
                + "'}]}}");
  }

  private static MadeEstate heard(MadeEstate estate, String count) {
    return estate.add(
        "sns-topic",
        TOPIC,
        MadeEstate.HERE,
        "{'attributes':{'SubscriptionsConfirmed':'" + count + "'}}");
  }

  @Test
  void aDetectorThatIsSuspendedDetectsNothing() {
    var estate =
        new MadeEstate()
            .region("{'guardduty':{'DetectorIds':['d']}}")
            .with("guardduty-detector", "d", "{'detector':{'Status':'DISABLED'}}");
    assertThat(judge("guardduty-on", estate))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, it -> assertThat(it.why()).contains("suspended"));
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, aws.securityhub, 1, Met",
    "ENABLED, aws.securityhub, 0, Violated",
    "DISABLED, aws.securityhub, 1, Violated",
    "ENABLED, aws.s3, 1, Violated",
  })
  void aRuleCountsOnlyWithALiveTarget(
      String state, String source, String listeners, String outcome) {
    assertThat(judge("findings-wired", heard(wired(state, source, TOPIC), listeners)).word())
        .isEqualTo(outcome);
  }

  @Test
  void aTargetThatIsGoneIsDeadAndOneElsewhereIsUnclear() {
    assertThat(judge("findings-wired", wired("ENABLED", "aws.guardduty", TOPIC)))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(
            judge(
                "findings-wired",
                wired("ENABLED", "aws.guardduty", TOPIC.replace("111122223333", "444455556666"))))
        .isInstanceOf(Outcome.Undetermined.class);
    assertThat(
            judge("findings-wired", wired("ENABLED", "aws.guardduty", TOPIC).unlisted("sns-topic")))
        .isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void patternsAreReadByTheirSource() {
    assertThat(EventPattern.of("{\"source\":[{\"prefix\":\"aws.guard\"}]}").takes("aws.guardduty"))
        .isEqualTo(Ternary.TRUE);
    assertThat(EventPattern.of("{\"source\":[{\"wildcard\":\"aws.*\"}]}").takes("aws.guardduty"))
        .isEqualTo(Ternary.UNKNOWN);
    assertThat(EventPattern.of("{\"account\":[\"1\"]}").takes("aws.guardduty"))
        .isEqualTo(Ternary.TRUE);
    assertThat(EventPattern.of("nonsense").takes("aws.guardduty")).isEqualTo(Ternary.UNKNOWN);
  }

  private static Outcome alarm(String facts) {
    return judge(
        "egress-alarm",
        heard(used("{}"), "2")
            .with(
                "metric-alarm",
                "egress",
                "{'Namespace':'AWS/NATGateway','MetricName':'BytesOutToDestination',"
                    + "'StateValue':'OK','AlarmActions':['"
                    + TOPIC
                    + "'],"
                    + facts
                    + "}"));
  }

  @Test
  void anAlarmMustBeOnLookUpwardsAndNotTooFar() {
    assertThat(
            alarm(
                "'ActionsEnabled':true,'ComparisonOperator':'GreaterThanThreshold',"
                    + "'Threshold':1000000000"))
        .isInstanceOf(Outcome.Met.class);
    assertThat(
            alarm(
                "'ActionsEnabled':true,'ComparisonOperator':'GreaterThanUpperThreshold',"
                    + "'ThresholdMetricId':'ad1'"))
        .isInstanceOf(Outcome.Met.class);
    assertThat(
            alarm(
                "'ActionsEnabled':false,'ComparisonOperator':'GreaterThanThreshold',"
                    + "'Threshold':1000000000"))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(
            alarm("'ActionsEnabled':true,'ComparisonOperator':'LessThanThreshold','Threshold':1"))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(
            alarm(
                "'ActionsEnabled':true,'ComparisonOperator':'GreaterThanThreshold',"
                    + "'Threshold':9000000000000000"))
        .isInstanceOf(Outcome.Violated.class);
  }
}
