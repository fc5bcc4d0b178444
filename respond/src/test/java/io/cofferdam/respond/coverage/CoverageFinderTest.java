package io.cofferdam.respond.coverage;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.START;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.digests;
import static io.cofferdam.respond.made.Made.input;
import static io.cofferdam.respond.made.Made.inputs;
import static io.cofferdam.respond.made.Made.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-05")
class CoverageFinderTest {
  private static final String ABOUT = "111122223333/eu-central-1";
  private static final ResourceId STORE = ResourceId.bucket("shop-training");
  private static final String ALL =
      "{\"trailName\":\"main\",\"eventSelectors\":[{\"readWriteType\":\"All\","
          + "\"includeManagementEvents\":true,\"dataResources\":[{\"type\":\"AWS::S3::Object\","
          + "\"values\":[\"arn:aws:s3:::shop-training/\"]}]}]}";

  private final CoverageFinder finder = new CoverageFinder();

  private List<Window> management(List<TrailDigest> digests, List<InputSummary> inputs) {
    digests.forEach(finder::add);
    return finder.resolve(DAY, inputs, List.of()).complete(Sources.MANAGEMENT, ABOUT);
  }

  private void selectors() {
    finder.add(call(START, "cloudtrail", "PutEventSelectors", ALL));
  }

  @Test
  void anUnbrokenChainWithEveryFileIsCompleteUntilItsLastDeliveries() {
    selectors();

    assertThat(management(digests(4), inputs(4))).containsExactly(span(0, 225));
  }

  @Test
  void theOrderAndNumberOfDigestsDoNotMatter() {
    selectors();
    var twice = new ArrayList<>(digests(4));
    twice.addAll(digests(4));
    Collections.reverse(twice);

    assertThat(management(twice, inputs(4))).containsExactly(span(0, 225));
  }

  @Test
  void aMissingLogFileMayHideThatLoggingWasThinnedOutFromThenOn() {
    selectors();
    var inputs = new ArrayList<>(inputs(4));
    inputs.remove(2);

    assertThat(management(digests(4), inputs)).containsExactly(span(0, 121));
  }

  @Test
  void aChangeLoggedAfterAMissingFileShowsThatLoggingGoesOn() {
    selectors();
    finder.add(call(at(200), "s3", "PutBucketPolicy", "{\"bucketName\":\"b\"}"));
    var inputs = new ArrayList<>(inputs(4));
    inputs.remove(2);

    assertThat(management(digests(4), inputs)).containsExactly(span(0, 121), span(200, 225));
  }

  @Test
  void anAlteredLogFileLeavesAHoleAndIsNamed() {
    selectors();
    var inputs = new ArrayList<>(inputs(4));
    inputs.set(2, input(2, "other", 0));
    digests(4).forEach(finder::add);
    var result = finder.resolve(DAY, inputs, List.of());

    assertThat(result.complete(Sources.MANAGEMENT, ABOUT)).containsExactly(span(0, 121));
    assertThat(result.digests().getFirst().altered()).isEqualTo(1);
    assertThat(result.unknowns()).anyMatch(u -> u.why().contains("log-2.json.gz"));
  }

  @Test
  void aLogFileWithUndecodableRecordsLeavesAHole() {
    selectors();
    var inputs = new ArrayList<>(inputs(4));
    inputs.set(2, input(2, "hash2", 1));

    assertThat(management(digests(4), inputs)).containsExactly(span(0, 121));
  }

  @Test
  void aMissingDigestBreaksTheChain() {
    selectors();
    var digests = new ArrayList<>(digests(6));
    digests.remove(3);

    assertThat(management(digests, inputs(6))).containsExactly(span(0, 165));
  }

  @Test
  void afterABreakAChangeThatWasLoggedShowsThatLoggingGoesOn() {
    selectors();
    finder.add(call(at(250), "s3", "PutBucketPolicy", "{\"bucketName\":\"b\"}"));
    var digests = new ArrayList<>(digests(6));
    digests.remove(3);

    assertThat(management(digests, inputs(6))).containsExactly(span(0, 165), span(250, 345));
  }

  @Test
  void aDigestThatItsSuccessorKnewOtherwiseIsNotTrusted() {
    selectors();
    var digests = new ArrayList<>(digests(4));
    digests.set(1, with(digests.get(1), "forged", SignatureCheck.UNCHECKED));

    assertThat(management(digests, inputs(4))).containsExactly(span(0, 45));
  }

  @Test
  void aDigestWithAWrongSignatureIsNotTrusted() {
    selectors();
    var digests = new ArrayList<>(digests(4));
    digests.set(1, with(digests.get(1), "digest1", SignatureCheck.INVALID));

    assertThat(management(digests, inputs(4))).containsExactly(span(0, 45));
  }

  private static TrailDigest with(TrailDigest d, String hash, SignatureCheck signature) {
    return new TrailDigest(
        d.ref(),
        d.time(),
        d.end(),
        d.account(),
        d.region(),
        d.location(),
        hash,
        d.previousLocation(),
        d.previousHash(),
        signature,
        d.files());
  }

  @Test
  void aChainAloneDoesNotShowThatChangesAreLogged() {
    assertThat(management(digests(4), inputs(4))).isEmpty();
  }

  @Test
  void selectorsWithoutManagementEventsEndTheCoverage() {
    selectors();
    finder.add(
        call(
            at(60),
            "cloudtrail",
            "PutEventSelectors",
            "{\"trailName\":\"main\",\"eventSelectors\":[{\"readWriteType\":\"ReadOnly\","
                + "\"includeManagementEvents\":true}]}"));

    assertThat(management(digests(4), inputs(4))).containsExactly(span(0, 60));
  }

  @Test
  void aStoppedTrailIsNotCompleteUntilItIsStartedAgain() {
    selectors();
    finder.add(call(at(30), "cloudtrail", "StopLogging", "{\"name\":\"main\"}"));
    finder.add(
        call(
            at(90),
            "cloudtrail",
            "StartLogging",
            "{\"name\":\"arn:aws:cloudtrail:eu-central-1:111122223333:trail/main\"}"));

    assertThat(management(digests(4), inputs(4))).containsExactly(span(0, 30), span(90, 225));
  }

  @Test
  void dataEventsAreCompleteOnlyWhereSelectorsIncludeTheStore() {
    selectors();
    finder.add(call(at(1), "s3", "PutBucketPolicy", "{\"bucketName\":\"shop-training\"}"));
    finder.add(call(at(1), "s3", "PutBucketPolicy", "{\"bucketName\":\"shop-other\"}"));
    digests(4).forEach(finder::add);
    var other = ResourceId.bucket("shop-other");
    var result = finder.resolve(DAY, inputs(4), List.of(STORE, other));

    assertThat(result.complete(Sources.DATA, STORE.id())).containsExactly(span(0, 225));
    assertThat(result.complete(Sources.DATA, other.id())).isEmpty();
  }

  @Test
  void uncheckedSignaturesAreSaid() {
    selectors();
    digests(2).forEach(finder::add);

    assertThat(finder.resolve(DAY, inputs(2), List.of()).unknowns())
        .anyMatch(u -> u.why().contains("unchecked"));
  }

  @Test
  void withoutDigestsEventsAreAtBestPartialAndStoresWithoutLogsAbsent() {
    finder.seen("111122223333", "eu-central-1", at(5));
    var result = finder.resolve(DAY, List.of(), List.of(STORE));

    assertThat(result.coverage())
        .extracting(c -> c.source() + " " + c.coverage())
        .containsExactly(
            Sources.MANAGEMENT + " " + Coverage.PARTIAL,
            Sources.DATA + " " + Coverage.ABSENT,
            Sources.S3_ACCESS_LOGS + " " + Coverage.ABSENT);
  }

  @Test
  void everySourceCoversThePeriodWithoutGap() {
    selectors();
    digests(4).forEach(finder::add);
    var rows =
        finder.resolve(DAY, inputs(4), List.of()).coverage().stream()
            .filter(c -> c.source().equals(Sources.MANAGEMENT))
            .map(c -> c.window())
            .toList();

    assertThat(Spans.union(rows)).containsExactly(DAY);
  }
}
