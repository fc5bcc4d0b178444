package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.planted.Plant;
import io.cofferdam.app.scan.planted.PlantedAccount;
import io.cofferdam.app.scan.planted.Score;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults that were planted are found, each of them, and what only looks like one stays quiet. The
/// truth is told where things are planted; the controls do not know of it.
@Covers("P-01")
class PlantedAccountTest {
  private static final long SEED = 20261121;
  private static final int TIMES = 2;

  @TempDir static Path folder;

  private static List<Plant> plants;
  private static Map<String, Set<String>> violated;
  private static Map<String, Set<String>> undetermined;

  @BeforeAll
  static void scan() throws Exception {
    try (var moto = MotoServer.start(folder)) {
      plants = PlantedAccount.in(moto.endpoint(), SEED, TIMES);
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
      var map = Files.writeString(folder.resolve("data-map.yaml"), PlantedAccount.DATA_MAP);
      var ran =
          Ran.program(
              folder,
              "--quiet",
              "scan",
              "aws",
              "--endpoint-url",
              moto.endpoint().toString(),
              "--region",
              "eu-central-1",
              "--data-map",
              map.toString(),
              "--format",
              "json");
      violated = outcomes(ran, "Violated");
      undetermined = outcomes(ran, "Undetermined");
    }
  }

  @AfterAll
  static void forget() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void everyPlantedFaultIsFound() {
    assertThat(Score.of(plants, violated)).allSatisfy(each -> assertThat(each.missed()).isEmpty());
    assertThat(plants.stream().filter(each -> !each.faults().isEmpty()).count()).isGreaterThan(40);
  }

  @Test
  void whatOnlyLooksLikeAFaultStaysQuiet() {
    assertThat(Score.of(plants, violated))
        .allSatisfy(each -> assertThat(each.falseAlarms()).isEmpty());
    assertThat(plants.stream().filter(each -> !each.quiet().isEmpty()).count()).isGreaterThan(40);
  }

  @Test
  void nothingThatWasPlantedIsLeftUndetermined() {
    assertThat(Score.of(plants, undetermined))
        .allSatisfy(each -> assertThat(each.falseAlarms()).isEmpty())
        .allSatisfy(each -> assertThat(each.found()).isZero());
  }

  private static Map<String, Set<String>> outcomes(Ran ran, String outcome) throws Exception {
    var told = new HashMap<String, Set<String>>();
    for (var each : new JsonMapper().readTree(ran.out()).path("outcomes")) {
      if (each.path("outcome").asText().equals(outcome)) {
        told.computeIfAbsent(each.path("control").asText(), _ -> new TreeSet<>())
            .add(each.path("resource").asText());
      }
    }
    return told;
  }
}
