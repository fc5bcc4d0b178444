package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.planted.PlannedScore;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults that are planted in plans and templates are found, and look-alikes stay quiet.
@Covers("P-01")
class PlannedShopTest {
  private static final long SEED = 20261121;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void plantedFaultsAreFoundAndLookAlikesStayQuiet(String language) throws Exception {
    var score = PlannedScore.of(language, SEED, 1, folder);
    assertThat(score.planted()).isGreaterThan(20);
    assertThat(score.missed()).isEmpty();
    assertThat(score.falseAlarms()).isEmpty();
  }

  @Test
  void eachFindingTellsFileLineAndAddress() throws Exception {
    var file = folder.resolve("shop.yaml");
    Files.writeString(
        file,
        """
        Resources:

          Shut: {Type: 'AWS::S3::Bucket'}
          Open:
            Type: AWS::S3::Bucket
            Properties: {PublicAccessBlockConfiguration: {BlockPublicAcls: true}}
        """);
    var ran = Ran.program(folder, "scan", "cloudformation", file.toString(), "--format", "json");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ScanShape.problems(ran.out())).isEmpty();
    assertThat(new JsonMapper().readTree(ran.out()).path("outcomes"))
        .filteredOn(
            each ->
                each.path("control").asText().equals("aws.s3.bpa-bucket")
                    && each.path("outcome").asText().equals("Violated"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("location").path("file").asText()).isEqualTo(file.toString());
              assertThat(each.path("location").path("line").asInt()).isEqualTo(4);
              assertThat(each.path("location").path("address").asText()).isEqualTo("Open");
            });
  }
}
