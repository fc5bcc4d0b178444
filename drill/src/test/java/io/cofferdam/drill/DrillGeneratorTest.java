package io.cofferdam.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.truth.TruthFile;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Covers("B-02")
class DrillGeneratorTest {
  private static final DrillWorlds WORLDS = new DrillWorlds();

  static List<String> scenarios() {
    return Scenarios.names();
  }

  /// What is opened there may be used, and nobody is known to have.
  private static final Set<String> UNREAD =
      Set.of(
          "public-snapshot",
          "ebs-snapshot-shared",
          "machine-image-shared",
          "database-snapshot-shared",
          "image-repository-opened",
          "key-policy-opened",
          "function-policy-opened",
          "function-url-opened",
          "role-trust-opened",
          "secret-policy-opened",
          "access-point-opened");

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioGeneratesWithTheTruthBesideAndNeverAmongTheLogs(String scenario) {
    var world = WORLDS.inMemory(DrillRequest.small(scenario, 11));
    assertThat(world.files()).containsKeys("truth.json", "data-map.yaml", "subjects.csv.gz");
    assertThat(world.files().keySet()).noneMatch(p -> p.startsWith("logs/") && p.contains("truth"));
    assertThat(world.truth().flags().quiet()).isEqualTo(scenario.startsWith("quiet"));
    if (!scenario.startsWith("quiet") && !UNREAD.contains(scenario)) {
      assertThat(world.truth().objects()).isPositive();
      assertThat(world.truth().readers()).isNotEmpty();
    }
    if (scenario.startsWith("quiet")) {
      assertThat(world.truth().objects()).isZero();
      assertThat(world.truth().exposures()).isEmpty();
      assertThat(world.truth().origin()).containsExactly("undetermined");
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void truthFollowsItsSchema(String scenario) throws Exception {
    var world = WORLDS.inMemory(DrillRequest.small(scenario, 5));
    try (var schema = TruthFile.class.getResourceAsStream("truth.schema.json")) {
      var messages =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(schema)
              .validate(
                  new String(world.files().get("truth.json"), StandardCharsets.UTF_8),
                  InputFormat.JSON);
      assertThat(messages).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void sameSeedGivesTheSameBytes(String scenario) {
    var loss = new Loss(0.2, 0.3, 0.1, 0.2, 0.1, true);
    var request = DrillRequest.small(scenario, 77).withLoss(loss).withEvents(300);
    var first = WORLDS.inMemory(request).files();
    var second = new DrillWorlds().inMemory(request).files();
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((path, bytes) -> assertThat(Arrays.equals(bytes, second.get(path))).isTrue());
  }

  @Test
  void otherSeedGivesAnotherWorld() {
    var one = WORLDS.inMemory(DrillRequest.small("public-training-bucket", 1)).truth();
    var two = WORLDS.inMemory(DrillRequest.small("public-training-bucket", 2)).truth();
    assertThat(one.exposures()).isNotEqualTo(two.exposures());
  }

  @Test
  void eventsAreAsLargeAndAsOftenAboutTheStoresAsPromised(@TempDir Path folder) {
    var drill =
        DrillGenerator.generate(
            DrillRequest.of("public-training-bucket", 3).withEvents(8_000),
            folder.resolve("drill"));
    var tally = drill.tally();
    assertThat(tally.trailEvents()).isBetween(7_900L, 8_300L);
    assertThat(tally.trailBytes() / tally.trailEvents()).isGreaterThanOrEqualTo(1_250);
    assertThat((double) tally.storeEvents() / tally.trailEvents()).isGreaterThanOrEqualTo(0.05);
  }

  @Test
  void eventIdsAreUniqueWhereNothingIsDoubled() {
    var request =
        DrillRequest.small("customer-data-and-weights", 4).withEvents(2_000).withNoise(Noise.NONE);
    var events = new LogsOfWorld(WORLDS.inMemory(request).files()).trailEvents();
    var ids = new HashSet<String>();
    events.forEach(event -> ids.add(event.path("eventID").asText()));
    assertThat(ids).hasSize(events.size());
  }

  @Test
  void duplicatesCarryTheSameId() {
    var request =
        DrillRequest.small("quiet", 4).withEvents(500).withNoise(new Noise(0.5, 0.5, 0.3));
    var events = new LogsOfWorld(WORLDS.inMemory(request).files()).trailEvents();
    var ids = new HashSet<String>();
    events.forEach(event -> ids.add(event.path("eventID").asText()));
    assertThat(ids.size()).isLessThan(events.size());
  }

  @Test
  void everythingLostLeavesNoEvent() {
    var request =
        DrillRequest.small("public-training-bucket", 4).withLoss(new Loss(1, 1, 1, 1, 1, false));
    var world = WORLDS.inMemory(request);
    assertThat(new LogsOfWorld(world.files()).trailEvents()).isEmpty();
    assertThat(world.files().keySet()).noneMatch(path -> path.contains("s3-access"));
    assertThat(world.truth().objects()).isPositive();
    assertThat(world.truth().flags().complete()).isFalse();
  }

  @Test
  void lossChangesNothingOfTheTruthButItsCompleteness() {
    var whole = WORLDS.inMemory(DrillRequest.small("prompt-log-shared", 9)).truth();
    var lossy =
        WORLDS
            .inMemory(DrillRequest.small("prompt-log-shared", 9).withLoss(Loss.ofLogs(0.5)))
            .truth();
    assertThat(lossy.readers()).isEqualTo(whole.readers());
    assertThat(lossy.subjects()).isEqualTo(whole.subjects());
    assertThat(lossy.flags()).isNotEqualTo(whole.flags());
  }

  @Test
  void sourcesThatTheCompanyDoesNotHaveAreNotThere() {
    var none = new Sources(false, false, false, false, false, false, false, false, false);
    var world = WORLDS.inMemory(DrillRequest.small("public-training-bucket", 9).withSources(none));
    assertThat(world.files().keySet())
        .noneMatch(
            path ->
                path.contains("Digest")
                    || path.contains("s3-")
                    || path.contains("usage")
                    || path.contains("Config")
                    || path.contains("data-map")
                    || path.contains("subjects"));
    assertThat(new LogsOfWorld(world.files()).trailEvents())
        .noneMatch(event -> event.path("eventCategory").asText().equals("Data"));
  }

  @Test
  void folderThatIsNotEmptyIsRefused(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "keep");
    assertThatThrownBy(() -> DrillGenerator.generate(DrillRequest.small("quiet", 1), folder))
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-DRILL-0003"));
    assertThat(folder.resolve("mine.txt")).hasContent("keep");
  }

  @Test
  void unknownScenarioIsNamedWithThoseThatExist() {
    assertThatThrownBy(() -> WORLDS.inMemory(DrillRequest.small("publik", 1)))
        .isInstanceOfSatisfying(
            CofferdamException.class,
            e -> {
              assertThat(e.code()).isEqualTo("CFD-DRILL-0001");
              assertThat(e.hint().orElseThrow()).contains("public-training-bucket");
            });
  }

  @Test
  void truthIsReadBackAsItWasWritten(@TempDir Path folder) {
    var drill = WORLDS.write(DrillRequest.small("weights-copied-by-ci-role", 21), folder);
    assertThat(TruthFile.read(folder.resolve("truth.json"))).isEqualTo(drill.truth());
  }
}
