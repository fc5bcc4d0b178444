package io.cofferdam.app.scan;

import io.cofferdam.app.readiness.Readiness;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.UnaskedAccount;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.remedy.Comparison;
import io.cofferdam.posture.remedy.Comparisons;
import io.cofferdam.posture.scene.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scan gave.
///
/// @param findings every control on every resource of its type
/// @param controls the controls that were evaluated
/// @param places the accounts and regions asked
/// @param unasked the accounts that were to be asked and could not be
/// @param takenAt when the configuration was read, at the latest
/// @param resources how many were found
/// @param readiness what could be said of each store that matters if it leaked now
/// @param comparisons what mending a violation closes and whom it cuts off, by the id of its
///     finding; none for what is only planned
/// @param notes what a reader must know to trust it, in sentences
public record ScanResult(
    List<Finding> findings,
    List<Control> controls,
    List<Place> places,
    List<UnaskedAccount> unasked,
    Instant takenAt,
    int resources,
    List<StoreReadiness> readiness,
    Map<String, Comparison> comparisons,
    List<String> notes) {
  public ScanResult {
    comparisons = Map.copyOf(comparisons);
    findings = List.copyOf(findings);
    controls = List.copyOf(controls);
    places = List.copyOf(places);
    readiness = List.copyOf(readiness);
    unasked = List.copyOf(unasked);
    notes = List.copyOf(notes);
  }

  static ScanResult judged(
      Scene scene, List<Place> places, List<UnaskedAccount> unasked, List<String> notes) {
    var controls = ControlCatalogue.shipped("aws").controls();
    var findings = new Evaluator(controls, new Predicates()).evaluate(scene);
    var readiness = new Readiness(scene.inventory(), scene.map(), scene.takenAt(), Map.of());
    var told = new ArrayList<>(notes);
    readiness
        .notFound()
        .forEach(
            each ->
                told.add(
                    "What could be said of a leak of "
                        + each
                        + " is not told: the scan holds nothing of it."));
    scene.reviews().stream()
        .flatMap(reviews -> reviews.refused().stream())
        .map(each -> "In the ledger of access reviews: " + each + ". It counts for nothing.")
        .forEach(told::add);
    return new ScanResult(
        findings,
        controls,
        places,
        unasked,
        scene.takenAt(),
        scene.inventory().resources().size(),
        readiness.stores(),
        Comparisons.of(findings, scene),
        told);
  }

  /// The same with more to note.
  public ScanResult noting(List<String> more) {
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new ScanResult(
        findings, controls, places, unasked, takenAt, resources, readiness, comparisons, all);
  }

  /// What mending a finding changes for callers; empty where nothing was compared.
  public Optional<Comparison> comparison(Finding finding) {
    return Optional.ofNullable(comparisons.get(finding.id()));
  }

  public List<Finding> violated() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.Violated).toList();
  }

  public List<Finding> undetermined() {
    return findings.stream().filter(f -> f.outcome() instanceof Outcome.Undetermined).toList();
  }

  /// 1 where something is violated, 3 where nothing is but something is undetermined or not asked,
  /// else 0.
  public int exitCode() {
    if (!violated().isEmpty()) {
      return 1;
    }
    return undetermined().isEmpty() && unasked.isEmpty() ? 0 : 3;
  }
}
