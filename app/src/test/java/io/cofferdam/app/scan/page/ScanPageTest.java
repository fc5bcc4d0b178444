package io.cofferdam.app.scan.page;

import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.compliance.Framework;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page of a scan.
@Covers({"P-01", "E-04"})
class ScanPageTest {
  @Test
  void needsNothingFromOutside() throws IOException {
    var html = page(MadeScan.report(MadeScan.neglected(300), all()));
    assertThat(html).contains("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(html)
        .doesNotContain("<script", "<img", "<link", "<iframe", "src=", "href=", "@import", "url(");
  }

  @Test
  void namesFromTheCloudAreText() throws IOException {
    var html =
        page(
            MadeScan.report(
                on("<script>alert(1)</script>", "aws.s3.tls-only", VIOLATED),
                on(
                    "b",
                    "aws.s3.bpa-bucket",
                    new Outcome.Violated("\"><img src=x>\u202e", List.of("<b>\u001b[2J")))));
    assertThat(html)
        .doesNotContain("<script", "<img", "<b>", "\u001b", "\u202e")
        .contains("&lt;script&gt;", "⟨U+202E⟩");
  }

  @Test
  void theGravestStandsFirstAndEveryOutcomeHasItsPlace() throws IOException {
    var html = page(MadeScan.report(MadeScan.neglected(300), all()));
    assertThat(html)
        .containsSubsequence(
            "What matters first",
            "Not met either",
            "What could not be told",
            "What frameworks ask",
            "What was judged");
    var tones =
        Pattern.compile("class=\"fault ([a-z]+)\"")
            .matcher(html)
            .results()
            .map(each -> each.group(1))
            .toList();
    var gravity = List.of("critical", "high", "medium", "low");
    assertThat(tones).isNotEmpty().isSortedAccordingTo(Comparator.comparing(gravity::indexOf));
    assertThat(tones.getFirst()).isEqualTo("critical");
    assertThat(html).doesNotContainIgnoringCase("compliant");
  }

  @Test
  void sectionsWithoutContentAreAbsent() throws IOException {
    var html = page(MadeScan.report());
    assertThat(html)
        .contains("Nothing is violated that counts, and everything asked was told")
        .doesNotContain("id=\"readiness\"", "id=\"others\"", "id=\"missing\"", "id=\"decided\"")
        .doesNotContain("id=\"theirs\"", "id=\"frameworks\"");
  }

  @Test
  void readinessIsTheFirstThingWhereItIsKnown() throws IOException {
    var store =
        new StoreReadiness(
            new ResourceId(ResourceKind.S3_BUCKET, "shop-training"),
            "training data",
            "",
            new LeakAnswer(1, new Bounds(0, 0, 90), new Bounds(0, 0, 1_200_000), false),
            new LeakAnswer(0, new Bounds(0, 0, 0), new Bounds(0, 0, 0), false),
            "data events are off",
            List.of(),
            List.of(),
            List.of());
    assertThat(page(MadeScan.report().with(List.of(store))))
        .containsSubsequence(
            "If it leaked now",
            "0 to 1\u202f200\u202f000 people",
            "data events are off",
            "What matters");
  }

  @Test
  void suppressedFindingsAreShownWithWhoAnswers() throws IOException {
    var finding = on("a", "aws.s3.tls-only", VIOLATED);
    var beside =
        new Beside(
            Optional.empty(),
            List.of(new Suppression(finding.id(), "Mara Lind", "goes soon", MadeScan.TODAY)),
            List.of(),
            List.of());
    assertThat(page(MadeScan.report(List.of(finding), beside)))
        .containsSubsequence("Suppressed, not counted", "goes soon (Mara Lind, until 2026-03-20)");
  }

  private static Beside all() {
    return new Beside(Optional.empty(), List.of(), Framework.named(List.of("all")), List.of());
  }

  private static String page(ScanReport report) throws IOException {
    var out = new StringWriter();
    new ScanPage().write(report, out);
    return out.toString();
  }
}
