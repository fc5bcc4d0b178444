package io.cofferdam.app.scan.table;

import static io.cofferdam.app.scan.MadeScan.DENIED;
import static io.cofferdam.app.scan.MadeScan.MET;
import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static io.cofferdam.app.scan.MadeScan.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.compliance.Framework;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.testkit.Covers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What people are told on a terminal.
@Covers("P-01")
class ScanTableTest {
  @Test
  void theGravestFaultComesFirst() {
    var table =
        table(
            report(
                on("first-by-name", "aws.s3.tls13-only", VIOLATED),
                on("second-by-name", "aws.s3.public-read-effective", VIOLATED)));
    assertThat(table.indexOf("aws.s3.public-read-effective"))
        .isPositive()
        .isLessThan(table.indexOf("aws.s3.tls13-only"));
    assertThat(table).contains("2 violations of 2 controls on 2 resources", "1 critical, 1 medium");
    assertThat(table).contains("shown by  GET /object");
  }

  @Test
  void whatFollowsFromAGraverFaultOfTheSameResourceIsToldWithIt() {
    var table =
        table(
            report(
                on("open", "aws.s3.public-read-effective", VIOLATED),
                on("open", "aws.s3.any-authenticated", VIOLATED),
                on("open", "aws.s3.external-access", VIOLATED),
                on("shared", "aws.s3.external-access", VIOLATED)));
    assertThat(table)
        .contains("4 violations of 3 controls on 2 resources")
        .contains("so also violated: aws.s3.any-authenticated, aws.s3.external-access")
        .containsOnlyOnce("aws.s3.any-authenticated")
        .contains("aws.s3.external-access, in");
  }

  @Test
  void aFaultThatManyShareIsToldOnceWithFiveNames() {
    var findings =
        IntStream.range(0, 40).mapToObj(i -> on("shop-" + i, "aws.s3.tls-only", VIOLATED)).toList();
    var table = table(report(findings, Beside.NOTHING));
    assertThat(table)
        .containsOnlyOnce("aws.s3.tls-only")
        .contains("40 resources: shop-0, shop-1, shop-2, shop-3, shop-4 and 35 more")
        .doesNotContain("shop-5");
  }

  @Test
  void fiveThousandFindingsAreReadInTwoMinutes() {
    var table = table(report(MadeScan.neglected(5_000), Beside.NOTHING));
    assertThat(table.lines()).hasSizeLessThan(120);
    assertThat(table.split("\\s+")).hasSizeLessThan(900);
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    var report = report(MadeScan.neglected(500), Beside.NOTHING);
    for (var width : List.of(60, 80, 100)) {
      assertThat(table(report, false, width).lines())
          .as("%d: a line is wider only where it is one word, as a part of a command", width)
          .allMatch(line -> line.length() <= width || !line.strip().contains(" "));
    }
  }

  @Test
  void whatCouldNotBeToldStandsAfterWhatMattersAndBeforeTheCounts() {
    var table =
        table(
            report(
                on("a", "aws.s3.tls-only", DENIED),
                on("a", "aws.s3.tls13-only", DENIED),
                on("b", "aws.s3.tls-only", DENIED),
                on("c", "aws.s3.tls-only", VIOLATED)));
    assertThat(table)
        .containsOnlyOnce("s3:GetBucketPolicy was denied")
        .contains("Could not be told (3)", "2 resources or places");
    assertThat(table)
        .containsSubsequence("it is open", "Could not be told", "Counts", "Asked", "not");
  }

  @Test
  void nothingViolatedIsNotSaidToBeAllWhereSomethingIsOpen() {
    assertThat(table(report(on("a", "aws.s3.tls-only", MET)))).contains("Nothing violated\n");
    assertThat(table(report(on("a", "aws.s3.tls-only", DENIED))))
        .contains("Nothing violated, but not all told");
  }

  @Test
  void aSuppressedViolationIsToldAndNotCounted() {
    var finding = on("a", "aws.s3.tls-only", VIOLATED);
    var table = table(report(List.of(finding), suppressing(finding)));
    assertThat(table)
        .contains("Nothing violated", "Suppressed (1), not counted")
        .contains("goes with the old shop (Mara Lind, until 2026-12-31)");
  }

  @Test
  void namesOfResourcesCannotMoveTheCursor() {
    assertThat(table(report(on("a\u001b[2Jb", "aws.s3.bpa-bucket", VIOLATED))))
        .doesNotContain("\u001b");
  }

  @Test
  void colourIsThereOnlyWhereItIsWanted() {
    var report = report(on("a", "aws.s3.bpa-bucket", VIOLATED));
    assertThat(table(report, true, 96)).contains("\u001b[1m");
    assertThat(table(report, false, 96)).doesNotContain("\u001b");
  }

  @Test
  void frameworksAreShownWithoutSayingCompliant() {
    var beside =
        new Beside(Optional.empty(), List.of(), Framework.named(List.of("all")), List.of());
    var table = table(report(MadeScan.ofEachOutcome(), beside));
    assertThat(table).contains("GDPR, Regulation (EU) 2016/679", "[mapping not reviewed]");
    assertThat(table).doesNotContainIgnoringCase("compliant");
  }

  private static Beside suppressing(Finding finding) {
    return new Beside(
        Optional.empty(),
        List.of(
            new Suppression(
                finding.id(),
                "Mara Lind",
                "goes with the old shop",
                LocalDate.parse("2026-12-31"))),
        List.of(),
        List.of());
  }

  private static String table(ScanReport report) {
    return table(report, false, 96);
  }

  private static String table(ScanReport report, boolean colour, int width) {
    var out = new StringWriter();
    var writer = new PrintWriter(out);
    new ScanTable(writer, colour, width).print(report);
    writer.flush();
    return out.toString();
  }
}
