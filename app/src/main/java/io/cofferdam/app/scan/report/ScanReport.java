package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.baseline.Baseline;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Triage;
import io.cofferdam.app.scan.compliance.FrameworkView;
import io.cofferdam.app.scan.theirs.TheirFinding;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.posture.rank.NoticeRank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that is told of a scan.
///
/// @param findings every finding in the order of the scan, with where it stands
/// @param gone violations of the baseline that are none now
/// @param baseline when the baseline was taken, where there is one
/// @param frameworks the views asked for
/// @param theirs what others found, never counted as ours
/// @param readiness what could be said of stores if they leaked now; empty where not computed
/// @param notes what a reader must know to trust it, in sentences
public record ScanReport(
    ScanResult result,
    List<Judged> findings,
    List<Gone> gone,
    Optional<Instant> baseline,
    List<FrameworkView> frameworks,
    List<TheirFinding> theirs,
    List<StoreReadiness> readiness,
    List<String> notes) {
  public ScanReport {
    findings = List.copyOf(findings);
    gone = List.copyOf(gone);
    frameworks = List.copyOf(frameworks);
    theirs = List.copyOf(theirs);
    readiness = List.copyOf(readiness);
    notes = List.copyOf(notes);
  }

  /// Puts a scan beside what was decided and found before.
  ///
  /// @param today the day on which suppressions must still hold, in UTC
  public static ScanReport of(ScanResult result, Beside beside, LocalDate today) {
    var triage = Triage.of(result, beside.baseline(), beside.suppressions(), today);
    var theirs = new ArrayList<TheirFinding>();
    var notes = new ArrayList<>(result.notes());
    notes.addAll(triage.notes());
    beside.imports().forEach(file -> theirs.addAll(file.against(result, notes)));
    return new ScanReport(
        result,
        triage.findings(),
        triage.gone(),
        beside.baseline().map(Baseline::takenAt),
        FrameworkView.of(beside.frameworks(), result.controls(), triage.findings()),
        theirs,
        result.readiness(),
        notes);
  }

  /// The same with what could be said if a store leaked now.
  public ScanReport with(List<StoreReadiness> stores) {
    return new ScanReport(result, findings, gone, baseline, frameworks, theirs, stores, notes);
  }

  /// The faults that count, in the order in which they matter.
  public List<Fault> faults() {
    return Fault.ranked(violated(), new NoticeRank(readiness));
  }

  /// Violations that count.
  public List<Judged> violated() {
    return findings.stream().filter(each -> each.violated() && each.counts()).toList();
  }

  /// What could not be told and counts.
  public List<Judged> undetermined() {
    return findings.stream().filter(each -> each.undetermined() && each.counts()).toList();
  }

  /// Violated or undetermined, and set aside by the baseline or by a suppression.
  public List<Judged> setAside() {
    return findings.stream().filter(each -> !each.counts()).toList();
  }

  /// 1 where something is violated that counts, 3 where nothing is but something that counts is
  /// undetermined, else 0.
  public int exitCode() {
    if (findings.stream().anyMatch(each -> each.violated() && each.counts())) {
      return 1;
    }
    var open = findings.stream().anyMatch(each -> each.undetermined() && each.counts());
    return open || !result.unasked().isEmpty() ? 3 : 0;
  }
}
