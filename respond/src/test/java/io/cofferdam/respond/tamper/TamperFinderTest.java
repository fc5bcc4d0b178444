package io.cofferdam.respond.tamper;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.REGION;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.bucket;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.exposure.LogTamper;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-05")
class TamperFinderTest {
  private static final String ONE = "{\"name\":\"main\"}";
  private final TamperFinder finder = new TamperFinder();

  private LogTamper only() {
    assertThat(finder.find(DAY)).hasSize(1);
    return finder.find(DAY).getFirst();
  }

  @Test
  void stoppedLoggingIsDoubtfulUntilItIsStarted() {
    finder.add(call(at(90), "cloudtrail", "StartLogging", ONE));
    finder.add(call(at(60), "cloudtrail", "StopLogging", ONE));

    assertThat(only().doubtful()).isEqualTo(span(60, 90));
    assertThat(only().principal()).isEqualTo("arn:aws:iam::111122223333:role/engineer");
  }

  @Test
  void startingAnotherTrailDoesNotEndTheDoubt() {
    finder.add(call(at(60), "cloudtrail", "StopLogging", ONE));
    finder.add(call(at(90), "cloudtrail", "StartLogging", "{\"name\":\"other\"}"));

    assertThat(only().doubtful()).isEqualTo(new Window(at(60), DAY.until()));
  }

  @Test
  void aFailedAttemptIsNoTampering() {
    finder.add(call(at(60), "cloudtrail", "StopLogging", ONE, REGION, "TrailNotFoundException"));

    assertThat(finder.find(DAY)).isEmpty();
  }

  @Test
  void theSameActInTwoFilesIsOneAct() {
    finder.add(call(at(60), "cloudtrail", "StopLogging", ONE));
    finder.add(call(at(60), "cloudtrail", "StopLogging", ONE));

    assertThat(finder.find(DAY)).hasSize(1);
  }

  @Test
  void selectorsThatDropChangesAreFoundAndThoseThatBringThemBackAreNot() {
    finder.add(
        call(
            at(10),
            "cloudtrail",
            "PutEventSelectors",
            "{\"trailName\":\"main\",\"eventSelectors\":[{\"readWriteType\":\"ReadOnly\","
                + "\"includeManagementEvents\":false,\"dataResources\":["
                + "{\"type\":\"AWS::S3::Object\",\"values\":[\"arn:aws:s3\"]}]}]}"));
    finder.add(
        call(
            at(20),
            "cloudtrail",
            "PutEventSelectors",
            "{\"trailName\":\"main\",\"eventSelectors\":[{\"readWriteType\":\"All\","
                + "\"includeManagementEvents\":true,\"dataResources\":["
                + "{\"type\":\"AWS::S3::Object\",\"values\":[\"arn:aws:s3\"]}]}]}"));

    assertThat(only().affects()).isEqualTo("CloudTrail management events");
    assertThat(only().doubtful()).isEqualTo(span(10, 20));
  }

  @Test
  void expiryOnABucketOfLogsPutsWrittenLogsInDoubtToo() {
    finder.add(
        bucket(
            at(60),
            "PutBucketLifecycle",
            "\"LifecycleConfiguration\":{\"Rule\":{\"Expiration\":{\"Days\":1}}}"));
    assertThat(finder.find(DAY)).isEmpty();

    finder.addLogBucket("shop-training");
    assertThat(only().doubtful()).isEqualTo(DAY);
  }

  @Test
  void aBucketWhoseAccessLogIsSwitchedOffIsNamed() {
    finder.add(bucket(at(60), "PutBucketLogging", "\"BucketLoggingStatus\":{}"));

    assertThat(only().affects()).isEqualTo("S3 access logs of shop-training");
  }

  @Test
  void switchingAnAccessLogOnIsNoTampering() {
    finder.add(
        bucket(
            at(60),
            "PutBucketLogging",
            "\"BucketLoggingStatus\":{\"LoggingEnabled\":{\"TargetBucket\":\"logs\"}}"));

    assertThat(finder.find(DAY)).isEmpty();
  }

  @Test
  void deletedFlowLogsAreNamedByTheirId() {
    finder.add(
        call(
            at(60),
            "ec2",
            "DeleteFlowLogs",
            "{\"DeleteFlowLogsRequest\":{\"FlowLogId\":{\"tag\":1,\"content\":\"fl-1\"}}}"));

    assertThat(only().target()).isEqualTo("fl-1");
  }
}
