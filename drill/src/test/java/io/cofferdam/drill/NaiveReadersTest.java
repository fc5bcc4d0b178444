package io.cofferdam.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.testkit.Covers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each outsider took, found by a naive reader of the whole trail who knows nothing of the
/// generator: same requests, same objects, same bytes as the truth tells.
@Covers("B-02")
class NaiveReadersTest {
  private static final DrillWorlds WORLDS = new DrillWorlds();
  private static final List<String> BUCKET_LEAKS =
      List.of(
          "public-training-bucket",
          "weights-copied-by-ci-role",
          "prompt-log-shared",
          "stolen-endpoint-role",
          "customer-data-and-weights");
  private static final long SEEDS = 6;

  static Stream<DrillRequest> leaks() {
    return BUCKET_LEAKS.stream()
        .flatMap(
            name -> LongStream.range(0, SEEDS).mapToObj(seed -> DrillRequest.small(name, seed)));
  }

  static Stream<DrillRequest> quiet() {
    return Scenarios.names().stream()
        .filter(name -> name.startsWith("quiet"))
        .flatMap(
            name -> LongStream.range(0, SEEDS).mapToObj(seed -> DrillRequest.small(name, seed)));
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void theTrailTellsOfEachReaderWhatTheTruthTells(DrillRequest request) {
    var world = WORLDS.inMemory(request);
    var events = new LogsOfWorld(world.files()).trailEvents();
    for (var reader : world.truth().readers()) {
      var objects = new HashSet<String>();
      var bytes = new HashMap<String, Long>();
      for (var event : events) {
        if (took(event, reader)) {
          objects.add(event.at("/requestParameters/key") + "?" + version(event));
          bytes.put(
              event.path("eventID").asText(),
              event.at("/additionalEventData/bytesTransferredOut").asLong());
        }
      }
      assertThat(bytes).as("reads by %s", reader.principal()).hasSize((int) reader.reads());
      assertThat(objects).as("objects of %s", reader.principal()).hasSize((int) reader.objects());
      assertThat(bytes.values().stream().mapToLong(Long::longValue).sum())
          .as("bytes sent to %s", reader.principal())
          .isEqualTo(reader.bytes());
    }
  }

  @Test
  void everyOneOfTheseLeaksHasAReader() {
    assertThat(leaks())
        .allSatisfy(request -> assertThat(truthReads(request)).as("%s", request).isPositive());
  }

  private static long truthReads(DrillRequest request) {
    return WORLDS.inMemory(request).truth().readers().stream().mapToLong(ReaderTruth::reads).sum();
  }

  /// In a quiet world nobody without a credential, and nobody of an account that the data map does
  /// not name, was sent anything.
  @ParameterizedTest
  @MethodSource("quiet")
  void nobodyOfAnotherAccountIsSentAnythingInAQuietWorld(DrillRequest request) {
    var world = WORLDS.inMemory(request);
    assertThat(world.truth().objects()).isZero();
    var map = String.join("\n", new LogsOfWorld(world.files()).lines("data-map.yaml"));
    for (var event : new LogsOfWorld(world.files()).trailEvents()) {
      if (isRead(event)) {
        assertThat(map).contains(event.at("/userIdentity/accountId").asText());
      }
    }
  }

  private static boolean took(JsonNode event, ReaderTruth reader) {
    return isRead(event)
        && reader
            .resource()
            .equals("arn:aws:s3:::" + event.at("/requestParameters/bucketName").asText())
        && reader.addresses().contains(event.path("sourceIPAddress").asText())
        && is(event.path("userIdentity"), reader);
  }

  private static boolean is(JsonNode identity, ReaderTruth reader) {
    var account = identity.path("accountId").asText();
    if (reader.kind() == ReaderKind.ANONYMOUS) {
      return account.equals("anonymous");
    }
    return account.equals(reader.principal())
        || identity.path("arn").asText().equals(reader.principal())
        || identity.at("/sessionContext/sessionIssuer/arn").asText().equals(reader.principal());
  }

  private static boolean isRead(JsonNode event) {
    return event.path("eventName").asText().equals("GetObject") && !event.has("errorCode");
  }

  private static String version(JsonNode event) {
    return event.at("/requestParameters/versionId").asText();
  }
}
