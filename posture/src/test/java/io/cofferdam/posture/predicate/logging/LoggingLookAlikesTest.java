package io.cofferdam.posture.predicate.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.trail.EventSelection;
import io.cofferdam.posture.trail.EventSelection.Part;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Things that look like working logs and are none, and the other way round.
@Covers("P-05")
class LoggingLookAlikesTest {
  private static final String TRAIL = MadeEstate.arn("cloudtrail-trail", "audit");
  private static final String SEEN = "{'trails':{'trailList':[{'TrailARN':'" + TRAIL + "'}]}}";
  private static final String LIVE =
      "'status':{'IsLogging':true,'LatestDeliveryTime':'2026-03-20T08:55:00Z'}";

  private static Outcome judge(String predicate, MadeEstate estate, String type) {
    return new Predicates().named(predicate).evaluate(estate.the(type), estate.scene());
  }

  private static MadeEstate withTrail(String facts) {
    return new MadeEstate()
        .region(SEEN)
        .with("cloudtrail-trail", "audit", "{'IsMultiRegionTrail':true," + facts + "}");
  }

  private static String why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Violated.class);
    return ((Outcome.Violated) outcome).why();
  }

  @Test
  void aTrailThatIsThereButStoppedDoesNotCount() {
    var outcome =
        judge(
            "trail-multi-region",
            withTrail("'status':{'IsLogging':false,'StopLoggingTime':'2026-03-01T00:00:00Z'}"),
            Inventory.ACCOUNT);
    assertThat(why(outcome)).contains("is stopped since 2026-03-01");
  }

  @Test
  void aTrailThatCannotDeliverDoesNotCount() {
    var outcome =
        judge(
            "trail-multi-region",
            withTrail(
                "'S3BucketName':'gone','status':{'IsLogging':true,'LatestDeliveryError':"
                    + "'NoSuchBucket','LatestDeliveryTime':'2026-03-20T08:55:00Z'}"),
            Inventory.ACCOUNT);
    assertThat(why(outcome)).contains("cannot deliver");
  }

  @Test
  void aTrailThatWasQuietForHoursIsOpenAndForADayIsBroken() {
    assertThat(
            judge(
                "trail-multi-region",
                withTrail(
                    "'status':{'IsLogging':true,'LatestDeliveryTime':'2026-03-20T05:00:00Z'}"),
                Inventory.ACCOUNT))
        .isInstanceOf(Outcome.Undetermined.class);
    assertThat(
            why(
                judge(
                    "trail-multi-region",
                    withTrail(
                        "'status':{'IsLogging':true,'LatestDeliveryTime':'2026-03-18T05:00:00Z'}"),
                    Inventory.ACCOUNT)))
        .contains("nothing for a day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'selectors':{'EventSelectors':[{'ReadWriteType':'WriteOnly',"
            + "'IncludeManagementEvents':true}]}",
        "'selectors':{'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':false}]}",
        "'selectors':{'AdvancedEventSelectors':[{'FieldSelectors':[{'Field':'eventCategory',"
            + "'Equals':['Data']}]}]}",
        "'selectors':{'AdvancedEventSelectors':[{'FieldSelectors':[{'Field':'eventCategory',"
            + "'Equals':['Management']},{'Field':'readOnly','Equals':['false']}]}]}"
      })
  void aTrailThatLeavesOutManagementEventsDoesNotCount(String selectors) {
    assertThat(
            why(judge("trail-multi-region", withTrail(LIVE + "," + selectors), Inventory.ACCOUNT)))
        .contains("leaves out management events");
  }

  @Test
  void leavingOutTheNoiseOfKeysIsNoFault() {
    assertThat(
            judge(
                "trail-multi-region",
                withTrail(
                    LIVE
                        + ",'selectors':{'AdvancedEventSelectors':[{'FieldSelectors':[{'Field':"
                        + "'eventCategory','Equals':['Management']},{'Field':'eventSource',"
                        + "'NotEquals':['kms.amazonaws.com']}]}]}"),
                Inventory.ACCOUNT))
        .isInstanceOf(Outcome.Met.class);
  }

  private static Part agents(String selector) {
    var trail = withTrail("'selectors':{" + selector + "}").the("cloudtrail-trail");
    return EventSelection.ofTrail(trail).data("AWS::Bedrock::AgentAlias");
  }

  private static String selector(String... more) {
    return "'AdvancedEventSelectors':[{'FieldSelectors':[{'Field':'eventCategory','Equals':['Data']}"
        + String.join("", more)
        + "]}]";
  }

  @Test
  void aSelectorForOtherResourcesSelectsNothingOfTheseOnes() {
    var type = ",{'Field':'resources.type','Equals':['%s']}";
    assertThat(agents(selector(type.formatted("AWS::Bedrock::AgentAlias")))).isEqualTo(Part.ALL);
    assertThat(agents(selector(type.formatted("AWS::S3::Object")))).isEqualTo(Part.NONE);
    assertThat(
            agents(
                selector(
                    type.formatted("AWS::Bedrock::AgentAlias"),
                    ",{'Field':'readOnly','Equals':['false']}")))
        .isEqualTo(Part.SOME);
    assertThat(
            agents(
                selector(
                    type.formatted("AWS::Bedrock::AgentAlias"),
                    ",{'Field':'resources.ARN','StartsWith':['arn:aws:bedrock:eu-west-1:']}")))
        .isEqualTo(Part.SOME);
    assertThat(
            agents(
                "'EventSelectors':[{'ReadWriteType':'All','IncludeManagementEvents':true,"
                    + "'DataResources':[{'Type':'AWS::S3::Object','Values':['arn:aws:s3']}]}]"))
        .isEqualTo(Part.NONE);
  }

  private static Outcome retention(String facts) {
    return judge("log-retention", new MadeEstate().with("log-group", "g", facts), "log-group");
  }

  @Test
  void aLogGroupThatForgetsAfterADayIsToldAndOneOfAnAppIsNot() {
    assertThat(why(retention("{'logGroupName':'aws-waf-logs-shop','retentionInDays':1}")))
        .contains("after 1 day");
    assertThat(retention("{'logGroupName':'aws-waf-logs-shop'}")).isInstanceOf(Outcome.Met.class);
    assertThat(retention("{'logGroupName':'/app/checkout','retentionInDays':1}"))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void theCopyOfATrailNeedsToBeAtHandOnly() {
    var arn = "arn:aws:logs:eu-central-1:111122223333:log-group:trail-events:*";
    var estate =
        withTrail("'CloudWatchLogsLogGroupArn':'" + arn + "'")
            .with("log-group", "g", "{'logGroupName':'trail-events','retentionInDays':120}");
    assertThat(judge("log-retention", estate, "log-group")).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void aRegionWithoutModelsOrDataIsNotJudged() {
    assertThat(judge("trail-region-gap", new MadeEstate().region("{}"), Inventory.REGION))
        .isInstanceOf(Outcome.NotApplicable.class);
    assertThat(
            judge(
                "trail-region-gap",
                new MadeEstate().region("{}").unlisted("sagemaker-endpoint"),
                Inventory.REGION))
        .isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void callsOfAModelNeedEventsThatRead() {
    var called =
        "{'trails':{'trailList':[{'TrailARN':'"
            + TRAIL
            + "'}]},'bedrock-metrics':{'Metrics':[{'Dimensions':[{'Name':'ModelId','Value':'m'}]}]}}";
    var writes =
        "{'IsMultiRegionTrail':true,"
            + LIVE
            + ",'selectors':{'EventSelectors':[{'ReadWriteType':'%s','IncludeManagementEvents':true}]}}";
    assertThat(
            judge(
                "trail-llm-data-events",
                new MadeEstate()
                    .region(called)
                    .with("cloudtrail-trail", "audit", writes.formatted("WriteOnly")),
                Inventory.REGION))
        .isInstanceOf(Outcome.Violated.class);
    assertThat(
            judge(
                "trail-llm-data-events",
                new MadeEstate()
                    .region(called)
                    .with("cloudtrail-trail", "audit", writes.formatted("All")),
                Inventory.REGION))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void bedrockThatNobodyUsesNeedsNoLog() {
    assertThat(judge("bedrock-invocation-log", new MadeEstate().region("{}"), Inventory.REGION))
        .isInstanceOf(Outcome.NotApplicable.class);
    assertThat(
            judge(
                "bedrock-invocation-log",
                new MadeEstate().region("{}", "bedrock-metrics"),
                Inventory.REGION))
        .isInstanceOf(Outcome.Undetermined.class);
  }
}
