package io.cofferdam.app.scan.compliance;

import static io.cofferdam.app.scan.MadeScan.DENIED;
import static io.cofferdam.app.scan.MadeScan.MET;
import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static io.cofferdam.app.scan.MadeScan.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.report.Beside;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Views of frameworks are computed from what controls name.
@Covers("P-01")
class FrameworkViewTest {
  @Test
  void everyRequirementOfEveryControlNamesAFrameworkAndAClauseOfItsForm() {
    var frameworks = Framework.shipped();
    for (var control : ControlCatalogue.shipped("aws").controls()) {
      assertThat(control.requirements()).as(control.id()).isNotEmpty();
      for (var requirement : control.requirements()) {
        assertThat(frameworks)
            .as("%s names %s", control.id(), requirement)
            .anyMatch(
                each ->
                    each.id().equals(requirement.framework())
                        && each.form().matcher(requirement.clause()).matches());
        assertThat(requirement.reason()).as(control.id()).isNotBlank();
      }
    }
  }

  @Test
  void aFrameworkHasTitleVersionSourceAndClausesOfItsOwnForm() {
    assertThat(Framework.shipped())
        .extracting(Framework::id)
        .containsExactly("eu-ai-act", "gdpr", "iso27001", "nis2", "nist-ai-rmf", "pci-dss");
    for (var framework : Framework.shipped()) {
      assertThat(framework.title()).isNotBlank();
      assertThat(framework.version()).isNotBlank();
      assertThat(framework.source()).startsWith("https://");
      assertThat(framework.clauses().keySet())
          .isNotEmpty()
          .allMatch(clause -> framework.form().matcher(clause).matches());
    }
  }

  @Test
  void aClauseIsAsBadAsItsWorstControl() {
    assertThat(state(on("a", "aws.s3.tls-only", MET))).isEqualTo("met");
    assertThat(state(on("a", "aws.s3.tls-only", MET), on("b", "aws.s3.tls-only", DENIED)))
        .isEqualTo("undetermined");
    assertThat(
            state(
                on("a", "aws.s3.tls-only", MET),
                on("b", "aws.s3.tls13-only", VIOLATED),
                on("c", "aws.s3.tls-only", DENIED)))
        .isEqualTo("violated");
    assertThat(state()).isEqualTo("nothing to judge");
  }

  @Test
  void aSuppressedViolationIsStillOne() {
    var finding = on("a", "aws.s3.tls-only", VIOLATED);
    var report =
        MadeScan.report(
            List.of(finding),
            new Beside(
                Optional.empty(),
                List.of(new Suppression(finding.id(), "x", "y", MadeScan.TODAY)),
                Framework.named(List.of("gdpr")),
                List.of()));
    var clause = clause(report.frameworks().getFirst());
    assertThat(clause.state()).isEqualTo("violated");
    assertThat(clause.counts().suppressed()).isEqualTo(1);
    assertThat(clause.reviewed()).isFalse();
  }

  @Test
  void clausesStandInTheOrderOfTheText() {
    var iso = Framework.named(List.of("iso27001")).getFirst();
    var order = new ClauseOrder(iso);
    assertThat(order.compare("A.8.9", "A.8.24")).isNegative();
    assertThat(order.compare("A.8.98", "A.8.99")).isNegative();
    assertThat(order.compare("A.8.24", "A.8.99")).isNegative();
    var view = FrameworkView.of(iso, ControlCatalogue.shipped("aws").controls(), List.of());
    assertThat(view.clauses().stream().map(FrameworkView.Clause::id)).isSortedAccordingTo(order);
  }

  @Test
  void anUnknownFrameworkIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> Framework.named(List.of("gpdr")))
        .hasMessageContaining("`--framework` is `gpdr`");
    assertThat(Framework.named(List.of("all"))).hasSize(6);
  }

  private static String state(Finding... findings) {
    var gdpr = Framework.named(List.of("gdpr"));
    var report =
        MadeScan.report(
            List.of(findings), new Beside(Optional.empty(), List.of(), gdpr, List.of()));
    return clause(report.frameworks().getFirst()).state();
  }

  private static FrameworkView.Clause clause(FrameworkView view) {
    return view.clauses().stream()
        .filter(each -> each.id().equals("Art. 32(1)(a)"))
        .findFirst()
        .orElseThrow();
  }
}
