package io.cofferdam.app.scan.baseline;

import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.baseline.Gone.Former;
import io.cofferdam.app.scan.baseline.Gone.How;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds a scan against its baseline and its suppressions.
///
/// @param findings all findings of the scan in its order, each with where it stands
/// @param gone violations of the baseline that are not violations now
/// @param notes what a reader must know of the suppressions, in sentences
public record Triage(List<Judged> findings, List<Gone> gone, List<String> notes) {
  private static final String VIOLATED = "Violated";

  public Triage {
    findings = List.copyOf(findings);
    gone = List.copyOf(gone);
    notes = List.copyOf(notes);
  }

  /// Holds a scan against them.
  ///
  /// @param today the day on which suppressions must still hold, in UTC
  public static Triage of(
      ScanResult result,
      Optional<Baseline> baseline,
      List<Suppression> suppressions,
      LocalDate today) {
    var byFinding =
        suppressions.stream().collect(Collectors.toMap(Suppression::finding, each -> each));
    var judged = new ArrayList<Judged>();
    for (var finding : result.findings()) {
      var suppression = Optional.ofNullable(byFinding.get(finding.id()));
      judged.add(new Judged(finding, standing(finding, baseline, suppression, today)));
    }
    return new Triage(
        judged,
        baseline.map(each -> gone(result, each)).orElse(List.of()),
        notes(result, suppressions, today));
  }

  private static Standing standing(
      Finding finding,
      Optional<Baseline> baseline,
      Optional<Suppression> suppression,
      LocalDate today) {
    var outcome = finding.outcome();
    if (outcome instanceof Outcome.Met || outcome instanceof Outcome.NotApplicable) {
      return new Standing.Plain();
    }
    if (suppression.isPresent()) {
      var by = suppression.get();
      return by.holdsOn(today) ? new Standing.Suppressed(by) : new Standing.Expired(by);
    }
    if (baseline.isEmpty()) {
      return new Standing.Plain();
    }
    var former = baseline.get().former().get(finding.id());
    return former != null && former.outcome().equals(outcome.word())
        ? new Standing.Known(baseline.get().takenAt())
        : new Standing.New();
  }

  private static List<Gone> gone(ScanResult result, Baseline baseline) {
    var now = new HashMap<String, Finding>();
    result.findings().forEach(finding -> now.put(finding.id(), finding));
    var asked = new Asked(result);
    var gone = new ArrayList<Gone>();
    for (var former : baseline.former().values()) {
      var finding = now.get(former.id());
      if (former.outcome().equals(VIOLATED)
          && !(finding != null && finding.outcome() instanceof Outcome.Violated)) {
        gone.add(new Gone(former, finding == null ? asked.how(former) : how(finding.outcome())));
      }
    }
    gone.sort(
        Comparator.comparing((Gone each) -> each.former().control())
            .thenComparing(each -> each.former().resource()));
    return gone;
  }

  private static How how(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Met _ -> How.MET;
      case Outcome.NotApplicable _ -> How.NOT_APPLICABLE;
      case Outcome.Undetermined _, Outcome.Violated _ -> How.UNDETERMINED;
    };
  }

  /// What this scan looked for, so that what it did not look for is not told as gone.
  private static final class Asked {
    private final Set<String> controls;
    private final Map<String, Set<String>> regions = new HashMap<>();
    private final Set<String> unlisted = new HashSet<>();

    Asked(ScanResult result) {
      controls = result.controls().stream().map(Control::id).collect(Collectors.toSet());
      for (var place : result.places()) {
        regions.computeIfAbsent(place.account(), _ -> new HashSet<>()).addAll(place.regions());
      }
      for (var finding : result.findings()) {
        if (finding.outcome() instanceof Outcome.Undetermined
            && !finding.control().resources().contains(finding.resource().type())) {
          unlisted.add(finding.control().id() + " " + finding.resource().account());
        }
      }
    }

    How how(Former former) {
      if (!controls.contains(former.control())) {
        return How.NOT_EVALUATED;
      }
      var there = regions.get(former.account());
      if (there == null || !(former.region().isEmpty() || there.contains(former.region()))) {
        return How.NOT_ASKED;
      }
      return unlisted.contains(former.control() + " " + former.account())
          ? How.UNDETERMINED
          : How.ABSENT;
    }
  }

  private static List<String> notes(
      ScanResult result, List<Suppression> suppressions, LocalDate today) {
    var outcomes =
        result.findings().stream()
            .collect(Collectors.toMap(Finding::id, Finding::outcome, (one, _) -> one));
    var notes = new ArrayList<String>();
    for (var each : suppressions) {
      var outcome = outcomes.get(each.finding());
      if (outcome == null) {
        notes.add(
            "Suppression of "
                + each.finding()
                + " ("
                + each.owner()
                + ") names no finding of this scan.");
      } else if (outcome instanceof Outcome.Met || outcome instanceof Outcome.NotApplicable) {
        notes.add(
            "Suppression of "
                + each.finding()
                + " ("
                + each.owner()
                + ") is not needed: nothing is violated there.");
      } else if (!each.holdsOn(today)) {
        notes.add(
            "Suppression of "
                + each.finding()
                + " ("
                + each.owner()
                + ") expired on "
                + each.expires()
                + ": the finding counts again.");
      }
    }
    return notes;
  }
}
