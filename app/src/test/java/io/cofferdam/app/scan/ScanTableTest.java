package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.testkit.Covers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people and programs are told, and the exit code.
@Covers("P-01")
class ScanTableTest {
  private static final List<Control> CONTROLS = ControlCatalogue.shipped("aws").controls();
  private static final Outcome VIOLATED = new Outcome.Violated("it is open", List.of("GET /"));
  private static final Outcome MET = new Outcome.Met(List.of());
  private static final Outcome DENIED =
      new Outcome.Undetermined(List.of("s3:GetBucketPolicy was denied"));

  @Test
  void nothingFoundIsExitZeroViolatedOneAndOpenThree() {
    assertThat(result(on("a", "aws.s3.bpa-bucket", MET)).exitCode()).isZero();
    assertThat(result(on("a", "aws.s3.bpa-bucket", DENIED)).exitCode()).isEqualTo(3);
    assertThat(
            result(on("a", "aws.s3.bpa-bucket", DENIED), on("b", "aws.s3.bpa-bucket", VIOLATED))
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void theGravestResourceComesFirst() {
    var table =
        table(
            result(
                on("first-by-name", "aws.s3.tls13-only", VIOLATED),
                on("second-by-name", "aws.s3.public-read-effective", VIOLATED)));
    assertThat(table.indexOf("second-by-name")).isLessThan(table.indexOf("first-by-name"));
    assertThat(table).contains("2 violated, on 2 resources", "shown by: GET /");
  }

  @Test
  void aMissingPermissionIsNamedOnceWithWhatHangsOnIt() {
    var table =
        table(
            result(
                on("a", "aws.s3.tls-only", DENIED),
                on("a", "aws.s3.tls13-only", DENIED),
                on("b", "aws.s3.tls-only", DENIED)));
    assertThat(table)
        .containsOnlyOnce("s3:GetBucketPolicy was denied")
        .contains("2 resources or places", "could not tell  3");
  }

  @Test
  void itSaysThatTheControlsAreAFirstSet() {
    assertThat(table(result())).contains("first set of controls: " + CONTROLS.size());
  }

  @Test
  void namesOfResourcesCannotMoveTheCursor() {
    assertThat(table(result(on("a\u001b[2Jb", "aws.s3.bpa-bucket", VIOLATED))))
        .doesNotContain("\u001b");
  }

  @Test
  void theJsonHasItsShape() throws Exception {
    var json =
        ScanJson.of(
            result(
                on("a", "aws.s3.bpa-bucket", MET),
                on("b", "aws.s3.bpa-bucket", VIOLATED),
                on("c", "aws.s3.bpa-bucket", DENIED),
                on("d", "aws.s3.bpa-bucket", new Outcome.NotApplicable("not so"))));
    assertThat(ScanShape.problems(json)).isEmpty();
    assertThat(ScanShape.problems(json.replace("Violated", "Fine"))).isNotEmpty();
  }

  private static Finding on(String bucket, String control, Outcome outcome) {
    return new Finding(
        CONTROLS.stream().filter(c -> c.id().equals(control)).findFirst().orElseThrow(),
        new Resource(
            "s3-bucket",
            "arn:aws:s3:::" + bucket,
            bucket,
            "111122223333",
            "eu-central-1",
            JsonNodeFactory.instance.objectNode(),
            List.of()),
        outcome);
  }

  private static ScanResult result(Finding... findings) {
    return new ScanResult(
        List.of(findings),
        CONTROLS,
        List.of(new Place("111122223333", "us-east-1", List.of("eu-central-1"))),
        Instant.parse("2026-03-20T09:00:00Z"),
        findings.length,
        List.of());
  }

  private static String table(ScanResult result) {
    var out = new StringWriter();
    new ScanTable(new PrintWriter(out), false).print(result);
    return out.toString();
  }
}
