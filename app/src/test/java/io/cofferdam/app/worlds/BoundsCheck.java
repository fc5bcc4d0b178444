package io.cofferdam.app.worlds;

import io.cofferdam.drill.truth.Truth.ArtefactTruth;
import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.drill.truth.Truth.SubjectTruth;
import io.cofferdam.model.scope.ArtefactScope;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.respond.scope.ScopeCalculator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The truth lies within every pair of bounds, whatever was lost; and where nothing is missing the
/// bounds are the truth.
final class BoundsCheck {
  private final Trial trial;
  private final boolean exact;
  private final List<String> problems = new ArrayList<>();

  private BoundsCheck(Trial trial) {
    this.trial = trial;
    this.exact = trial.truth().flags().exact();
  }

  static List<String> problems(Trial trial) {
    return new BoundsCheck(trial).check();
  }

  private List<String> check() {
    var truth = trial.truth();
    var scope = trial.report().scope();
    number("objects", scope.objects(), truth.objects());
    number("people", scope.people(), truth.people());
    subjects();
    bytes();
    artefacts();
    if (scope.noEvidenceOfAccess() && truth.objects() > 0) {
      problems.add("says that there is no evidence of access, and there was access");
    }
    return problems;
  }

  private void number(String what, Bounds bounds, long truth) {
    if (!Trial.holds(bounds, truth)) {
      problems.add("OUTSIDE " + what + ": " + truth + " not in " + Trial.words(bounds));
    } else if (exact && !bounds.exact()) {
      problems.add("INEXACT " + what + ": " + truth + " in " + Trial.words(bounds));
    }
  }

  private void subjects() {
    if (!trial.mapGiven()) {
      return;
    }
    var known = new TreeMap<String, Long>();
    for (SubjectTruth s : trial.truth().subjects()) {
      known.put(s.country() + "/" + s.dataClass(), s.people());
    }
    Map<String, Bounds> found = new HashMap<>();
    var most = new HashMap<String, Long>();
    var sum = new HashMap<String, Long>();
    for (SubjectTruth s : trial.truth().subjects()) {
      most.merge(s.country(), s.people(), Math::max);
      sum.merge(s.country(), s.people(), Long::sum);
    }
    for (var row : trial.report().scope().subjects()) {
      var key = row.country() + "/" + row.dataClass();
      found.put(key, row.people());
      boolean unresolved = row.country().equals(SubjectCount.UNRESOLVED);
      if (row.dataClass().equals(ScopeCalculator.ANY_CLASS)) {
        if (!unresolved && row.people().atMost() < most.getOrDefault(row.country(), 0L)) {
          problems.add("OUTSIDE " + key + ": at most is below the truth of one class");
        }
        if (!unresolved && row.people().atLeast() > sum.getOrDefault(row.country(), 0L)) {
          problems.add("OUTSIDE " + key + ": at least is above the truth of all classes");
        }
      } else {
        number(
            key,
            row.people(),
            unresolved
                ? trial.truth().unresolved().getOrDefault(row.dataClass(), 0L)
                : known.getOrDefault(key, 0L));
      }
    }
    if (trial.report().scope().people().bounded()) {
      known.forEach(
          (key, people) -> {
            if (!found.containsKey(key) && people > 0) {
              problems.add("OUTSIDE " + key + ": " + people + " and no row");
            }
          });
      trial
          .truth()
          .unresolved()
          .forEach(
              (dataClass, people) -> {
                if (people > 0 && !found.containsKey(SubjectCount.UNRESOLVED + "/" + dataClass)) {
                  problems.add("OUTSIDE unresolved " + dataClass + ": " + people + " and no row");
                }
              });
    }
  }

  private void bytes() {
    var sent = new TreeMap<String, Long>();
    for (ReaderTruth reader : trial.truth().readers()) {
      sent.merge(reader.resource(), reader.bytes(), Long::sum);
    }
    for (var store : trial.report().scope().stores()) {
      long truth = sent.getOrDefault(store.store().id(), 0L);
      if (!Trial.holds(store.bytes(), truth)) {
        problems.add(
            "OUTSIDE bytes of "
                + store.store().shortName()
                + ": "
                + truth
                + " not in "
                + Trial.words(store.bytes()));
      }
    }
  }

  /// A version of the report may take several folders of the truth together: those inside of it.
  private void artefacts() {
    var truths = trial.truth().artefacts();
    for (var found : trial.report().scope().artefacts()) {
      if (open(found)) {
        continue;
      }
      long parts =
          truths.stream().filter(t -> inside(t, found)).mapToLong(ArtefactTruth::parts).sum();
      number("files of version " + found.version(), found.partsTaken(), parts);
    }
    for (var truth : truths) {
      if (trial.mapGiven()
          && truth.parts() > 0
          && trial.report().scope().artefacts().stream()
              .noneMatch(
                  a -> inside(truth, a) || (a.store().id().equals(truth.resource()) && open(a)))) {
        problems.add("OUTSIDE artefact " + truth.version() + ": taken, and no row");
      }
    }
  }

  /// A row for files of which nothing tells the version.
  private static boolean open(ArtefactScope found) {
    return found.version().equals("in no inventory") && found.partsTaken().atMost() > 0;
  }

  private static boolean inside(ArtefactTruth truth, ArtefactScope found) {
    return found.store().id().equals(truth.resource())
        && ("/" + truth.version() + "/").contains("/" + found.version() + "/");
  }
}
