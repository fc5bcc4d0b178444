package io.cofferdam.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each leak stands in the logs as its truth says, and each quiet period lacks what would make it a
/// leak.
@Covers("B-02")
class PlotsTest {
  private static final DrillWorlds WORLDS = new DrillWorlds();

  static LongStream seeds() {
    return LongStream.range(300, 306);
  }

  private static DrillWorlds.SmallWorld world(String scenario, long seed) {
    return WORLDS.inMemory(DrillRequest.small(scenario, seed).withNoise(Noise.NONE));
  }

  private static List<JsonNode> reads(DrillWorlds.SmallWorld world) {
    return new LogsOfWorld(world.files())
        .trailEvents().stream()
            .filter(e -> e.path("eventName").asText().equals("GetObject"))
            .filter(e -> !e.has("errorCode"))
            .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sharedPromptLogIsReadByTheAccountOfThePolicy(long seed) {
    var world = world("prompt-log-shared", seed);
    var reader = world.truth().readers().getFirst();
    assertThat(world.truth().exposures().getFirst().audience())
        .isEqualTo("account " + reader.principal());
    assertThat(
            reads(world).stream()
                .filter(e -> e.at("/userIdentity/accountId").asText().equals(reader.principal())))
        .hasSize((int) reader.reads());
    assertThat(world.truth().origin()).containsExactly("inference data");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weightsAreTakenByAnOwnRoleThatIsNoDeclaredReader(long seed) {
    var world = world("weights-copied-by-ci-role", seed);
    var reader = world.truth().readers().getFirst();
    assertThat(new LogsOfWorld(world.files()).lines("data-map.yaml"))
        .noneMatch(line -> line.contains("readers:") && line.contains(reader.principal()));
    assertThat(
            reads(world).stream()
                .filter(
                    e ->
                        e.at("/userIdentity/sessionContext/sessionIssuer/arn")
                            .asText()
                            .equals(reader.principal()))
                .mapToLong(e -> e.at("/additionalEventData/bytesTransferredOut").asLong())
                .sum())
        .isEqualTo(reader.bytes());
    assertThat(world.truth().artefacts()).isNotEmpty();
    assertThat(world.truth().people()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void stolenCredentialIsUsedAtHomeAndElsewhere(long seed) {
    var world = world("stolen-endpoint-role", seed);
    var reader = world.truth().readers().getFirst();
    var addresses = new TreeSet<String>();
    for (var event : reads(world)) {
      if (event
          .at("/userIdentity/sessionContext/sessionIssuer/arn")
          .asText()
          .equals(reader.principal())) {
        addresses.add(event.path("sourceIPAddress").asText());
      }
    }
    assertThat(addresses).containsAll(reader.addresses()).anyMatch(a -> a.startsWith("10."));
    assertThat(reader.addresses()).noneMatch(a -> a.startsWith("10."));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anonymousBlobReadsAreTheTruth(long seed) {
    var world = world("azure-container-opened", seed);
    var lines =
        new LogsOfWorld(world.files())
            .lines("insights-logs-storageread").stream()
                .filter(line -> line.contains("\"GetBlob\"") && line.contains("AnonymousSuccess"))
                .toList();
    assertThat(lines).hasSize((int) world.truth().readers().getFirst().reads());
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(
                        LogsOfWorld.json(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .path("statusCode")
                            .asInt())
                    .isBetween(200, 206));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void copiedTablesAreTheTruth(long seed) {
    var world = world("database-dumped", seed);
    assertThat(new LogsOfWorld(world.files()).lines("logs/rds/"))
        .filteredOn(line -> line.contains("COPY "))
        .hasSize((int) world.truth().objects())
        .allMatch(line -> line.contains(world.truth().readers().getFirst().principal()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theCopyOfAPublicSnapshotStandsInNoLog(long seed) {
    var world = world("public-snapshot", seed);
    assertThat(world.truth().flags().waitsForAccess()).isFalse();
    assertThat(world.truth().flags().exact()).isFalse();
    assertThat(reads(world)).isEmpty();
    assertThat(new LogsOfWorld(world.files()).trailEvents())
        .filteredOn(e -> e.path("eventName").asText().contains("Snapshot"))
        .hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void refusedPoliciesNeverTakeEffectAndStrangersAreDenied(long seed) {
    var world = world("quiet-refused", seed);
    var events = new LogsOfWorld(world.files()).trailEvents();
    assertThat(events)
        .filteredOn(e -> e.path("eventName").asText().equals("PutBucketPolicy"))
        .isNotEmpty()
        .allMatch(e -> e.has("errorCode"));
    assertThat(events)
        .filteredOn(e -> e.at("/userIdentity/accountId").asText().equals("anonymous"))
        .isNotEmpty()
        .allMatch(e -> e.path("errorCode").asText().equals("AccessDenied"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void quietPeriodsHaveNoReadByAnyoneButDeclaredReaders(long seed) {
    for (var scenario : Scenarios.names()) {
      if (!scenario.startsWith("quiet")) {
        continue;
      }
      var world = world(scenario, seed);
      var map = String.join("\n", new LogsOfWorld(world.files()).lines("data-map.yaml"));
      for (var event : reads(world)) {
        var account = event.at("/userIdentity/accountId").asText();
        assertThat(map).as(scenario).contains(account);
        var role = event.at("/userIdentity/sessionContext/sessionIssuer/arn").asText();
        assertThat(map).as(scenario).contains(role);
      }
    }
  }
}
