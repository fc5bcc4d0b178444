package io.cofferdam.app.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.app.drift.Shift.Kind;
import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-13")
class DriftTest {
  private static final String PUBLIC = "aws.s3.public-read-effective";

  @TempDir Path folder;

  private final DrillWorlds worlds = new DrillWorlds();

  private static DrillRequest request(long seed) {
    return DrillRequest.small("public-training-bucket", seed);
  }

  private Truth world(long seed) {
    return worlds.write(request(seed), folder.resolve("world")).truth();
  }

  private Path snapshot(long seed, Instant at) {
    var place = folder.resolve("taken-" + at.getEpochSecond());
    worlds.writeSnapshot(request(seed), at, place);
    return place.resolve("snapshot");
  }

  private static Drift between(Path one, Path other) {
    return Drift.between(one, other, DataMap.empty(), Progress.SILENT);
  }

  private List<ApiCall> calls(Instant after, Instant until) throws IOException {
    var calls = new ArrayList<ApiCall>();
    try (var files = Files.walk(folder.resolve("world/logs"))) {
      for (var file :
          files
              .filter(f -> f.toString().contains("/CloudTrail/") && Files.isRegularFile(f))
              .toList()) {
        changes(file).stream()
            .filter(call -> !call.time().isBefore(after) && !call.time().isAfter(until))
            .forEach(calls::add);
      }
    }
    calls.sort(Comparator.comparing(ApiCall::time));
    return calls;
  }

  /// The calls of a file; one that holds nothing but reads is refused.
  private static List<ApiCall> changes(Path file) {
    try {
      return ChangeEvents.read(file);
    } catch (CofferdamException none) {
      assertThat(none.code()).isEqualTo("CFD-APP-0096");
      return List.of();
    }
  }

  private static List<String> words(Drift drift) {
    return drift.shifts().stream()
        .map(s -> s.kind() + " " + s.finding().control().id() + " " + s.finding().resource().id())
        .sorted()
        .toList();
  }

  @Test
  void aBucketThatWasOpenedIsWorseAndBetterAgainWhenClosed() {
    var truth = world(1);
    var open = truth.exposures().getFirst().from().plusSeconds(60);
    var before = snapshot(1, truth.from());
    var after = snapshot(1, open);
    var bucket = truth.exposures().getFirst().resource();

    assertThat(between(before, after).shifts())
        .anySatisfy(
            shift -> {
              assertThat(shift.kind()).isEqualTo(Kind.WORSE);
              assertThat(shift.finding().control().id()).isEqualTo(PUBLIC);
              assertThat(shift.finding().resource().id()).isEqualTo(bucket);
            });
    assertThat(between(before, after).exitCode()).isEqualTo(1);
    assertThat(between(after, before).shifts())
        .anySatisfy(
            shift -> {
              assertThat(shift.kind()).isEqualTo(Kind.BETTER);
              assertThat(shift.finding().control().id()).isEqualTo(PUBLIC);
              assertThat(shift.finding().resource().id()).isEqualTo(bucket);
            });
    assertThat(between(before, before).shifts()).isEmpty();
    assertThat(between(before, before).exitCode()).isZero();
  }

  @Test
  void aRefusalIsLostSightAndNeverBetter() throws IOException {
    var truth = world(1);
    var open = snapshot(1, truth.exposures().getFirst().from().plusSeconds(60));
    var refused = snapshot(1, truth.exposures().getFirst().from().plusSeconds(61));
    var journal = refused.resolve("calls.jsonl");
    Files.write(
        journal,
        Files.readAllLines(journal).stream()
            .map(
                line ->
                    line.contains("GetBucketPolicy\"")
                        ? line.replaceAll("\"outcome\":\"[a-z]+\"", "\"outcome\":\"denied\"")
                        : line)
            .toList());
    Files.delete(refused.resolve("manifest.json"));

    var drift = between(open, refused);

    assertThat(drift.shifts()).isNotEmpty();
    assertThat(drift.shifts()).noneMatch(s -> s.kind() == Kind.BETTER || s.kind() == Kind.GONE);
    assertThat(drift.shifts())
        .anyMatch(s -> s.kind() == Kind.LOST_SIGHT && s.finding().control().id().equals(PUBLIC));
    assertThat(drift.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void recordedCallsGiveTheSameOutcomesAsASecondSnapshot(long seed) throws IOException {
    var truth = world(seed);
    var open = truth.exposures().getFirst().from().plusSeconds(60);
    var before = snapshot(seed, truth.from());

    var full = between(before, snapshot(seed, open));
    var byCalls =
        new EventDrift(DataMap.empty()).of(before, calls(truth.from(), open), Progress.SILENT);

    assertThat(words(byCalls)).isEqualTo(words(full));
    assertThat(byCalls.judged()).isLessThan(full.judged());
  }

  @Test
  void aCallWhoseRecordHoldsNoStateMakesItsResourceUndetermined() throws IOException {
    var truth = world(1);
    var bucket = truth.exposures().getFirst().resource();
    var file = folder.resolve("event.json");
    Files.writeString(
        file,
        """
        {"Records":[{"eventVersion":"1.09","eventTime":"%s","eventSource":"s3.amazonaws.com",
        "eventName":"PutBucketAcl","awsRegion":"eu-central-1","sourceIPAddress":"203.0.113.9",
        "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/invented",
        "accountId":"%s"},"requestParameters":{"bucketName":"%s"},"responseElements":null,
        "requestID":"EXAMPLE","eventID":"6f1e5f0e-0000-4000-8000-000000000001","readOnly":false,
        "eventType":"AwsApiCall","recipientAccountId":"%s"}]}\
        """
            .formatted(
                truth.from().plusSeconds(600),
                account(),
                bucket.substring("arn:aws:s3:::".length()),
                account()));

    var drift =
        new EventDrift(DataMap.empty())
            .of(snapshot(1, truth.from()), ChangeEvents.read(file), Progress.SILENT);

    assertThat(drift.shifts()).isNotEmpty();
    assertThat(drift.shifts())
        .allSatisfy(
            shift -> {
              assertThat(shift.kind()).isEqualTo(Kind.LOST_SIGHT);
              assertThat(shift.finding().resource().id()).isEqualTo(bucket);
            });
    assertThat(drift.exitCode()).isEqualTo(3);
  }

  private String account() throws IOException {
    try (var accounts = Files.list(folder.resolve("world/logs/AWSLogs"))) {
      return accounts.map(p -> p.getFileName().toString()).findFirst().orElseThrow();
    }
  }

  @Test
  void theJsonFitsItsSchemaAndTheTableSaysWhatIsWorse() throws IOException {
    var truth = world(1);
    var drift =
        between(
            snapshot(1, truth.from()),
            snapshot(1, truth.exposures().getFirst().from().plusSeconds(60)));
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(DriftTest.class.getResourceAsStream("/schema/drift.schema.json"));

    assertThat(schema.validate(new ObjectMapper().readTree(DriftJson.of(drift)))).isEmpty();
    var out = new StringWriter();
    new DriftTable(new PrintWriter(out)).print(drift);
    assertThat(out.toString()).contains("Worse (").contains(PUBLIC).contains("policy");
  }
}
