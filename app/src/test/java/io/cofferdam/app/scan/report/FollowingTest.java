package io.cofferdam.app.scan.report;

import static io.cofferdam.app.scan.MadeScan.VIOLATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.scan.MadeScan;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Severity;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Nothing that is violated is told nowhere.
@Covers("P-01")
class FollowingTest {
  private static final String READ = "aws.s3.public-read-effective";
  private static final String ANY = "aws.s3.any-authenticated";
  private static final String OUTSIDE = "aws.s3.external-access";

  /// The last follows from the second alone, which is not told by itself.
  @Test
  void whatFollowsFromAFollowerIsToldWithTheFirstCause() {
    var faults =
        faults(
            finding(READ, Severity.CRITICAL),
            finding(ANY, Severity.CRITICAL, READ),
            finding(OUTSIDE, Severity.HIGH, ANY));
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().following()).containsExactly(ANY, OUTSIDE);
  }

  @Test
  void twoThatFollowFromEachOtherAreBothTold() {
    assertThat(faults(finding(READ, Severity.HIGH, ANY), finding(ANY, Severity.HIGH, READ)))
        .hasSize(2);
  }

  @Test
  void whatIsGraverThanItsCauseStandsByItself() {
    assertThat(faults(finding(READ, Severity.LOW), finding(ANY, Severity.HIGH, READ))).hasSize(2);
  }

  @Test
  void aSuppressedCauseHidesNothing() {
    var cause = finding(READ, Severity.CRITICAL);
    var suppressed =
        new Suppression(cause.id(), "Mara Lind", "goes away", MadeScan.TODAY.plusDays(1));
    var beside = new Beside(Optional.empty(), List.of(suppressed), List.of(), List.of());
    var report = MadeScan.report(List.of(cause, finding(ANY, Severity.CRITICAL, READ)), beside);
    assertThat(report.faults()).hasSize(1);
    assertThat(report.faults().getFirst().control().id()).isEqualTo(ANY);
    var expired =
        new Suppression(cause.id(), "Mara Lind", "goes away", MadeScan.TODAY.minusDays(1));
    var later =
        MadeScan.report(
            List.of(cause, finding(ANY, Severity.CRITICAL, READ)),
            new Beside(Optional.empty(), List.of(expired), List.of(), List.of()));
    assertThat(later.faults().getFirst().following()).containsExactly(ANY);
  }

  @Test
  void theOrderOfFindingsChangesNeitherIdsNorFaults() {
    var findings = new ArrayList<>(MadeScan.neglected(300));
    var ids = ids(findings);
    var faults = told(findings);
    var random = new Random(7);
    for (var round = 0; round < 5; round++) {
      Collections.shuffle(findings, random);
      assertThat(ids(findings)).isEqualTo(ids);
      assertThat(told(findings)).isEqualTo(faults);
    }
  }

  private static Set<String> ids(List<Finding> findings) {
    var ids = new TreeSet<String>();
    findings.forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static List<String> told(List<Finding> findings) {
    return MadeScan.report(findings, Beside.NOTHING).faults().stream()
        .map(each -> each.control().id() + " " + each.severity() + " " + each.findings().size())
        .toList();
  }

  private static List<Fault> faults(Finding... findings) {
    return MadeScan.report(List.of(findings), Beside.NOTHING).faults();
  }

  private static Finding finding(String control, Severity severity, String... causes) {
    var it = MadeScan.on("open", control, VIOLATED);
    var from = it.control();
    return new Finding(
        new Control(
            from.id(),
            from.title(),
            from.resources(),
            from.needs(),
            from.applies(),
            from.met(),
            from.predicate(),
            severity,
            from.why(),
            from.remediation(),
            from.requirements(),
            from.exposes(),
            List.of(causes),
            from.source()),
        it.resource(),
        it.outcome(),
        severity,
        List.of(),
        Optional.empty());
  }
}
