package io.cofferdam.respond.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.exposure.LogTamper;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import io.cofferdam.testkit.RealSamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The hour of real attack techniques of the Invictus data set, event by event.
@Covers("R-05")
class InvictusExposureTest {
  private static final String OWN = "123837392027";
  private static final Window HOUR =
      new Window(Instant.parse("2023-07-10T11:40:00Z"), Instant.parse("2023-07-10T12:40:00Z"));

  private static ExposureResult result;

  @BeforeAll
  static void replay() throws IOException {
    var replay = new ExposureReplay();
    var file = RealSamples.file("invictus-aws-stratus-cloudtrail.tar.gz");
    try (var tar = new GZIPInputStream(Files.newInputStream(file))) {
      records(tar, replay);
    }
    result =
        replay.resolve(
            HOUR, List.of(OWN), List.of(), new CoverageResult(List.of(), List.of(), List.of()));
  }

  /// A tar archive is a row of 512-byte headers, each followed by its content.
  private static void records(InputStream tar, ExposureReplay replay) throws IOException {
    var mapper = new ObjectMapper();
    for (var header = tar.readNBytes(512); header.length == 512; header = tar.readNBytes(512)) {
      var digits = new String(header, 124, 11, StandardCharsets.US_ASCII).trim();
      if (digits.isEmpty() || header[0] == 0) {
        continue;
      }
      var size = Integer.parseInt(digits, 8);
      var content = tar.readNBytes((size + 511) / 512 * 512);
      var name = new String(header, 0, 100, StandardCharsets.US_ASCII).trim();
      if (name.endsWith(".json")) {
        var text = new String(content, 0, size, StandardCharsets.UTF_8);
        mapper.readTree(text).path("Records").forEach(r -> replay.add(call(r)));
      }
    }
  }

  private static ApiCall call(JsonNode record) {
    var who = record.path("userIdentity");
    var principal = who.path("arn").asText("");
    return new ApiCall(
        new EventRef(1, 1, record.path("eventID").asText()),
        Instant.parse(record.path("eventTime").asText()),
        Provider.AWS,
        record.path("eventSource").asText(),
        record.path("eventName").asText(),
        new Caller(
            CallerKind.USER, principal, "", who.path("accountId").asText(""), "", "", "", "", ""),
        record.path("recipientAccountId").asText(),
        record.path("awsRegion").asText(),
        record.path("errorCode").asText(""),
        record.path("requestParameters").toString(),
        record.path("responseElements").toString(),
        List.of(),
        "");
  }

  private static List<String> shares(String kind) {
    return result.changes().stream()
        .filter(c -> c.resource().kind().words().equals(kind))
        .map(c -> c.time().toString().substring(11, 19) + " " + c.words())
        .toList();
  }

  @Test
  void theSnapshotWasSharedAndTakenBackWithinHalfAMinute() {
    assertThat(shares("EBS snapshot"))
        .contains(
            "12:11:28 shared with account 012345678912",
            "12:11:57 share taken back from account 012345678912");
  }

  @Test
  void theImageWasSharedAndTakenBackWithinAMinute() {
    assertThat(shares("machine image"))
        .contains(
            "12:11:01 shared with account 012345678901",
            "12:11:57 share taken back from account 012345678901");
  }

  @Test
  void theDatabaseSnapshotWasSharedForSixMinutes() {
    assertThat(shares("RDS snapshot"))
        .contains(
            "12:22:06 shared with account 193672423079",
            "12:28:24 share taken back from account 193672423079");
  }

  @Test
  void theRoleAndTheFunctionWereOpenedToOutsiders() {
    assertThat(shares("IAM role"))
        .contains(
            "12:24:11 UpdateAssumeRolePolicy: policy set that names account 193672423079",
            "12:28:24 UpdateAssumeRolePolicy: policy set that names no outsider");
    assertThat(shares("Lambda function")).contains("12:25:40 invocation permitted to anyone");
  }

  @Test
  void theActsThatNameOutsidersAreToldFromTheOthers() {
    assertThat(result.changes())
        .filteredOn(c -> c.effect() == ConfigurationChange.Effect.GIVES)
        .extracting(c -> c.resource().kind().words() + " to " + c.outsiders().getFirst().words())
        .containsExactly(
            "machine image to account 012345678901",
            "EBS snapshot to account 012345678912",
            "RDS snapshot to account 193672423079",
            "S3 bucket to account 193672423079",
            "IAM role to account 193672423079",
            "Lambda function to anyone");
    assertThat(result.changes())
        .filteredOn(c -> c.effect() == ConfigurationChange.Effect.TAKES_BACK)
        .hasSize(3);
  }

  @Test
  void theActsAgainstTheLogsAreListedWithTheirEvents() {
    assertThat(result.tampers())
        .extracting(
            t -> t.time().toString().substring(11, 19) + " " + t.action() + " " + t.affects())
        .contains(
            "12:00:08 PutEventSelectors CloudTrail management events",
            "12:00:35 PutBucketLifecycle log files in the bucket",
            "12:02:26 DeleteFlowLogs VPC flow logs",
            "12:08:04 DeleteTrail CloudTrail");
    assertThat(result.tampers()).extracting(LogTamper::event).allMatch(e -> e.id().length() == 36);
  }

  @Test
  void attemptsThatFailedAreNoTampering() {
    assertThat(result.tampers()).noneMatch(t -> t.action().equals("StopLogging"));
  }

  @Test
  void theSelectorsThatBroughtManagementEventsBackEndTheDoubt() {
    assertThat(result.tampers())
        .filteredOn(t -> t.action().equals("PutEventSelectors"))
        .singleElement()
        .satisfies(
            t -> assertThat(t.doubtful().until()).isEqualTo(Instant.parse("2023-07-10T12:07:49Z")));
  }

  @Test
  void withoutDigestFilesNothingIsClaimedOpenOrClosed() {
    assertThat(result.exposures())
        .isNotEmpty()
        .filteredOn(e -> !byNature(e))
        .extracting(Exposure::state)
        .containsOnly(ExposureState.UNKNOWN);
    assertThat(result.changes()).allMatch(c -> !c.event().id().isEmpty());
  }

  /// What its kind alone keeps closed: nobody without credentials reaches them.
  private static boolean byNature(Exposure exposure) {
    return exposure.audience() instanceof Audience.Anyone
        && switch (exposure.resource().kind()) {
          case EBS_SNAPSHOT,
              MACHINE_IMAGE,
              RDS_SNAPSHOT,
              ECR_REPOSITORY,
              KMS_KEY,
              IAM_ROLE,
              SECRET ->
              true;
          default -> false;
        };
  }
}
