package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scan of an account with planted faults, through the vendor's clients, against moto server.
@Covers("P-01")
class StandInScanTest {
  private static final String OPEN = "arn:aws:s3:::shop-open";
  private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

  @TempDir static Path folder;

  private static MotoServer moto;
  private static SeededShop shop;
  private static Ran live;

  @BeforeAll
  static void scan() throws Exception {
    moto = MotoServer.start(folder);
    shop = SeededShop.in(moto.endpoint());
    CREDENTIALS.forEach(name -> System.setProperty(name, "test"));
    live =
        run("--region", SeededShop.REGION, "--snapshot-out", folder.resolve("snapshot").toString());
  }

  @AfterAll
  static void stop() {
    CREDENTIALS.forEach(System::clearProperty);
    if (moto != null) {
      moto.close();
    }
  }

  private static final Set<String> PLANTED =
      Set.of(
          "aws.s3.public-read-effective",
          "aws.s3.public-write-effective",
          "aws.s3.any-authenticated",
          "aws.s3.external-access",
          "aws.s3.bpa-bucket",
          "aws.s3.bpa-account",
          "aws.s3.acl-disabled",
          "aws.s3.tls-only",
          "aws.s3.sse-cmk",
          "aws.kms.external-access",
          "aws.kms.rotation",
          "aws.trail.integrity");

  private static Ran run(String... more) {
    var all =
        new ArrayList<>(
            List.of("--quiet", "scan", "aws", "--endpoint-url", moto.endpoint().toString()));
    all.addAll(List.of("--format", "json"));
    all.addAll(List.of(more));
    return Ran.program(folder, all.toArray(String[]::new));
  }

  @Test
  void findsWhatWasPlantedAndNothingElse() throws Exception {
    assertThat(live.err()).isEmpty();
    assertThat(live.code()).isEqualTo(1);
    assertThat(ofPlanted(found(live, "Violated")))
        .containsExactlyInAnyOrder(
            "aws.s3.public-read-effective " + OPEN,
            "aws.s3.any-authenticated " + OPEN,
            "aws.s3.external-access " + OPEN,
            "aws.s3.bpa-bucket " + OPEN,
            "aws.s3.tls-only " + OPEN,
            "aws.s3.bpa-account arn:aws:iam::111122223333:root",
            "aws.kms.external-access " + shop.openKey(),
            "aws.trail.integrity arn:aws:cloudtrail:eu-central-1:111122223333:trail/unproved",
            "aws.trail.integrity arn:aws:cloudtrail:eu-central-1:111122223333:trail/proved");
    assertThat(ofPlanted(found(live, "Undetermined"))).isEmpty();
  }

  /// Those of the controls that a fault was planted for, and of their look-alikes.
  private static List<String> ofPlanted(List<String> found) {
    return found.stream().filter(each -> PLANTED.contains(each.split(" ", 2)[0])).toList();
  }

  @Test
  void aSnapshotSharedWithAllIsFound() throws Exception {
    assertThat(outcomes(live))
        .filteredOn(each -> each.path("control").asText().equals("aws.ebs.encryption-share"))
        .filteredOn(each -> each.path("witness").toString().contains("shared with all"))
        .singleElement()
        .satisfies(
            each -> assertThat(each.path("resource").asText()).endsWith("/" + shop.shared()));
  }

  /// Both trails write to a bucket from which logs can be deleted; only one has no digests.
  @Test
  void aTrailIsToldWhatItLacksAndNothingMore() throws Exception {
    assertThat(outcomes(live))
        .filteredOn(each -> each.path("control").asText().equals("aws.trail.integrity"))
        .allSatisfy(
            each ->
                assertThat(each.path("why").asText().contains("no digest files"))
                    .isEqualTo(each.path("resource").asText().endsWith("/unproved")));
  }

  @Test
  void whatIsRightIsMetAndNotLeftOut() throws Exception {
    assertThat(found(live, "Met"))
        .contains(
            "aws.s3.public-read-effective arn:aws:s3:::shop-closed",
            "aws.s3.public-write-effective arn:aws:s3:::shop-closed",
            "aws.s3.sse-cmk arn:aws:s3:::shop-closed",
            "aws.kms.external-access " + shop.ownKey(),
            "aws.trail.logging arn:aws:cloudtrail:eu-central-1:111122223333:trail/proved");
  }

  @Test
  void aViolationBringsARequestThatGetsIn() throws Exception {
    assertThat(outcomes(live))
        .filteredOn(each -> each.path("control").asText().equals("aws.s3.public-read-effective"))
        .filteredOn(each -> each.path("outcome").asText().equals("Violated"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("region").asText()).isEqualTo(SeededShop.REGION);
              assertThat(each.path("witness").asText()).contains("s3:GetObject", "shop-open");
              assertThat(each.at("/remediation/cli").asText()).contains("--bucket shop-open");
            });
  }

  @Test
  void theSnapshotGivesTheSameOutcomesWithoutTheCloud() throws Exception {
    var stored =
        Ran.program(
            folder,
            "--quiet",
            "scan",
            "snapshot",
            folder.resolve("snapshot").toString(),
            "--format",
            "json");
    assertThat(stored.code()).isEqualTo(1);
    assertThat(outcomes(stored)).isEqualTo(outcomes(live));
    assertThat(ScanShape.problems(stored.out())).isEmpty();
    assertThat(ScanShape.problems(live.out())).isEmpty();
  }

  @Test
  void aFinishedSnapshotIsNotWrittenOver() {
    var again =
        run("--region", SeededShop.REGION, "--snapshot-out", folder.resolve("snapshot").toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("CFD-APP-0072");
  }

  private static List<String> found(Ran ran, String outcome) throws Exception {
    return outcomes(ran).stream()
        .filter(each -> each.path("outcome").asText().equals(outcome))
        .map(each -> each.path("control").asText() + " " + each.path("resource").asText())
        .toList();
  }

  private static List<JsonNode> outcomes(Ran ran) throws Exception {
    var all = new ArrayList<JsonNode>();
    new ObjectMapper().readTree(ran.out()).path("outcomes").forEach(all::add);
    return all;
  }
}
