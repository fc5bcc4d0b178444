package io.cofferdam.app.scan.baseline;

import static io.cofferdam.app.scan.MadeScan.DENIED;
import static io.cofferdam.app.scan.MadeScan.MET;
import static io.cofferdam.app.scan.MadeScan.NOT_APPLICABLE;
import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static io.cofferdam.app.scan.MadeScan.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Gone.How;
import io.cofferdam.app.scan.export.CofferdamJson;
import io.cofferdam.app.scan.export.Exports;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts against a baseline and with suppressions, and what is told of it.
@Covers("P-01")
class TriageTest {
  private static final String TLS = "aws.s3.tls-only";
  private static final String PINNED = "8a2dfa23813ae36ffe7a399a3ef5e73b";
  private static final Finding OPEN = on("a", TLS, VIOLATED);

  @TempDir Path folder;

  @Test
  void nothingFoundIsExitZeroViolatedOneAndOpenThree() {
    assertThat(report(on("a", TLS, MET)).exitCode()).isZero();
    assertThat(report(on("a", TLS, DENIED)).exitCode()).isEqualTo(3);
    assertThat(report(on("a", TLS, DENIED), on("b", TLS, VIOLATED)).exitCode()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsNewCounts() throws IOException {
    var before = baseline(OPEN);
    assertThat(against(before, OPEN).exitCode()).isZero();
    var more = against(before, OPEN, on("b", TLS, VIOLATED));
    assertThat(more.exitCode()).isEqualTo(1);
    assertThat(more.violated()).singleElement().satisfies(j -> assertThat(name(j)).isEqualTo("b"));
    assertThat(more.setAside()).singleElement().satisfies(j -> assertThat(name(j)).isEqualTo("a"));
  }

  @Test
  void whatWasViolatedAndCannotBeToldNowIsNeitherKnownNorGone() throws IOException {
    var now = against(baseline(OPEN), on("a", TLS, DENIED));
    assertThat(now.exitCode()).isEqualTo(3);
    assertThat(now.gone())
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.how()).isEqualTo(How.UNDETERMINED);
              assertThat(gone.how().mended()).isFalse();
            });
  }

  @Test
  void goneOnesAreToldWithWhy() throws IOException {
    assertThat(how(on("a", TLS, MET))).containsExactly(How.MET);
    assertThat(how(on("a", TLS, NOT_APPLICABLE))).containsExactly(How.NOT_APPLICABLE);
    assertThat(how(on("b", TLS, MET))).containsExactly(How.ABSENT);
    assertThat(how(OPEN)).isEmpty();
  }

  @Test
  void aResourceIsNotGoneWhereTheListOfThemGaveNoAnswer() throws IOException {
    var unlisted = on("region", "arn:aws:region:" + MadeScan.REGION, MadeScan.REGION, TLS, DENIED);
    assertThat(how(unlisted)).containsExactly(How.UNDETERMINED);
  }

  @Test
  void whatWasNotLookedForIsNotGone() {
    var elsewhere =
        new Gone.Former("0", TLS, "arn:aws:s3:::a", "444455556666", "", "Violated", "high");
    var otherRegion =
        new Gone.Former(
            "1", TLS, "arn:aws:s3:::a", MadeScan.ACCOUNT, "eu-west-1", "Violated", "high");
    var otherControl =
        new Gone.Former(
            "2", "aws.old.one", "arn:aws:s3:::a", MadeScan.ACCOUNT, "", "Violated", "high");
    var before =
        new Baseline(Map.of("0", elsewhere, "1", otherRegion, "2", otherControl), MadeScan.TAKEN);
    assertThat(against(before).gone())
        .extracting(Gone::how)
        .containsExactlyInAnyOrder(How.NOT_ASKED, How.NOT_ASKED, How.NOT_EVALUATED);
  }

  @Test
  void anIdDependsOnWhatAndWhereAlone() {
    var other = on("a", TLS, new Outcome.Undetermined(List.of("other words")));
    assertThat(other.id()).isEqualTo(OPEN.id()).matches("[0-9a-f]{32}");
    assertThat(on("b", TLS, VIOLATED).id()).isNotEqualTo(OPEN.id());
    assertThat(on("a", "aws.s3.tls13-only", VIOLATED).id()).isNotEqualTo(OPEN.id());
    assertThat(OPEN.id()).as("pinned: baselines of users hold it").isEqualTo(PINNED);
  }

  @Test
  void aSuppressionHoldsUntilItsLastDayAndThenCountsAgain() {
    assertThat(suppressed(OPEN, "2026-03-20").exitCode()).isZero();
    var expired = suppressed(OPEN, "2026-03-19");
    assertThat(expired.exitCode()).isEqualTo(1);
    assertThat(expired.notes()).singleElement().asString().contains("expired on 2026-03-19");
    assertThat(expired.violated())
        .singleElement()
        .extracting(Judged::standing)
        .isInstanceOf(Standing.Expired.class);
  }

  @Test
  void anExpiredSuppressionCountsEvenWhereTheBaselineKnowsTheFinding() throws IOException {
    var beside =
        new Beside(
            Optional.of(baseline(OPEN)), List.of(by(OPEN, "2026-03-19")), List.of(), List.of());
    assertThat(report(List.of(OPEN), beside).exitCode()).isEqualTo(1);
  }

  @Test
  void unknownAndNeedlessSuppressionsAreTold() {
    assertThat(suppressed(on("a", TLS, MET), "2026-12-31").notes())
        .singleElement()
        .asString()
        .contains("is not needed");
    var stranger = on("zz", TLS, VIOLATED);
    var beside =
        new Beside(Optional.empty(), List.of(by(stranger, "2026-12-31")), List.of(), List.of());
    assertThat(report(List.of(OPEN), beside).notes())
        .singleElement()
        .asString()
        .contains(stranger.id(), "names no finding");
  }

  @Test
  void aBaselineFromBeforeThereWereIdsServes() throws IOException {
    var file = folder.resolve("old.json");
    Files.writeString(
        file,
        """
        {"outcomes":[{"control":"aws.s3.tls-only","resource":"arn:aws:s3:::a",
        "account":"111122223333","region":"eu-central-1","outcome":"Violated","severity":"high",
        "why":"it is open"}],"scan":{"takenAt":"2026-01-01T00:00:00Z"}}\
        """);
    assertThat(Baseline.read(file).former()).containsOnlyKeys(OPEN.id());
  }

  @Test
  void whatIsNoScanIsNoBaseline() throws IOException {
    for (var text :
        List.of(
            "",
            "[]",
            "{}",
            "{\"outcomes\":[",
            "{\"outcomes\":[{\"control\":\"a\"}],\"scan\":{\"takenAt\":\"2026-01-01T00:00:00Z\"}}",
            "{\"outcomes\":[],\"scan\":{}}",
            "{\"outcomes\":" + "[".repeat(500),
            "no json")) {
      var file = folder.resolve("broken.json");
      Files.writeString(file, text);
      assertThatThrownBy(() -> Baseline.read(file)).as(text).hasMessageContaining("is no scan");
    }
  }

  private static String name(Judged judged) {
    return judged.finding().resource().name();
  }

  private List<How> how(Finding now) throws IOException {
    return against(baseline(OPEN), now).gone().stream().map(Gone::how).toList();
  }

  private Baseline baseline(Finding... findings) throws IOException {
    var file = folder.resolve("baseline.json");
    Exports.toFile(new CofferdamJson(), report(findings), file);
    return Baseline.read(file);
  }

  private static ScanReport against(Baseline baseline, Finding... findings) {
    return report(
        List.of(findings), new Beside(Optional.of(baseline), List.of(), List.of(), List.of()));
  }

  private static ScanReport suppressed(Finding finding, String until) {
    return report(
        List.of(finding),
        new Beside(Optional.empty(), List.of(by(finding, until)), List.of(), List.of()));
  }

  private static Suppression by(Finding finding, String until) {
    return new Suppression(
        finding.id(), "Mara Lind", "goes with the old shop", LocalDate.parse(until));
  }
}
