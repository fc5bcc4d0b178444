package io.cofferdam.app.worlds;

import io.cofferdam.drill.truth.Truth.ReaderTruth;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.scope.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Readers, origin and duties are right, and a quiet world stays quiet.
final class AnswerCheck {
  private final Trial trial;
  private final List<String> problems = new ArrayList<>();

  private AnswerCheck(Trial trial) {
    this.trial = trial;
  }

  static List<String> problems(Trial trial) {
    return new AnswerCheck(trial).check();
  }

  private List<String> check() {
    readers();
    origin();
    duties();
    if (trial.truth().flags().quiet()) {
      quiet();
    }
    return problems;
  }

  private void readers() {
    var truth = trial.truth();
    for (var found : trial.report().readers()) {
      if (found.reader().kind() != ReaderKind.SUSPECTED
          && truth.readers().stream().noneMatch(known -> same(known, found))) {
        problems.add(
            "WRONG READER " + found.reader().kind() + " of " + found.resource().shortName());
      }
    }
    if (!lossless() || truth.flags().unloggedReads()) {
      return;
    }
    for (var known : truth.readers()) {
      if (known.reads() == 0) {
        continue;
      }
      var found =
          trial.report().readers().stream().filter(r -> same(known, r)).findFirst().orElse(null);
      if (found == null) {
        problems.add("MISSED READER " + known.kind() + " of " + known.resource());
      } else if (truth.flags().exact()
          && truth.readers().stream().filter(k -> same(k, found)).count() == 1
          && found.objects() != known.objects()) {
        problems.add(
            "INEXACT reader " + known.kind() + ": " + known.objects() + " not " + found.objects());
      }
    }
  }

  private boolean lossless() {
    var loss = trial.request().loss();
    var has = trial.request().sources();
    return loss.cloudTrail() == 0
        && loss.s3Access() == 0
        && (has.dataEvents() || has.serverAccessLogs())
        && has.dataMap();
  }

  private static boolean same(ReaderTruth known, ReaderReads found) {
    if (!known.resource().equals(found.resource().id())) {
      return false;
    }
    var name = found.reader().name().toLowerCase(Locale.ROOT);
    var principal = known.principal().toLowerCase(Locale.ROOT);
    return name.equals(principal)
        || (known.kind() == ReaderKind.ANONYMOUS && found.reader().kind() == ReaderKind.ANONYMOUS)
        || (known.kind() == ReaderKind.FOREIGN_ACCOUNT
            && found.reader().kind() == ReaderKind.FOREIGN_ACCOUNT
            && (name.contains(principal) || principal.contains(found.reader().account())));
  }

  private void origin() {
    var known = new TreeSet<>(trial.truth().origin());
    var found = new TreeSet<String>();
    trial.report().origin().answers().stream().map(OriginAnswer::words).forEach(found::add);
    boolean same = found.equals(known);
    if (trial.truth().flags().exact() && trial.mapGiven() && !same) {
      problems.add("WRONG ORIGIN " + found + ", true is " + known);
    }
    var named = new TreeSet<>(found);
    named.remove(OriginAnswer.UNDETERMINED.words());
    if (!known.containsAll(named)) {
      problems.add("WRONG ORIGIN " + found + ", true is " + known);
    }
  }

  private void duties() {
    for (var known : trial.truth().duties()) {
      boolean required = false;
      boolean mayBeOwed = false;
      for (var duty : trial.report().duties()) {
        if (duty.ruleId().equals(known.rule()) || duty.ruleId().startsWith(known.rule() + "-")) {
          required |= duty.state().key().equals("required");
          mayBeOwed |= duty.state().mayBeOwed();
        }
      }
      if (known.state().equals("required") && !mayBeOwed) {
        problems.add("MISSED DUTY " + known.rule());
      }
      if (known.state().equals("not-required") && required) {
        problems.add("OVER-NOTIFIED " + known.rule());
      }
    }
  }

  private void quiet() {
    var report = trial.report();
    if (report.exposures().stream().anyMatch(e -> e.state() == ExposureState.OPEN)) {
      problems.add("QUIET and something OPEN");
    }
    Bounds objects = report.scope().objects();
    if (objects.atLeast() > 0 || report.scope().people().atLeast() > 0) {
      problems.add("QUIET and at least " + Trial.words(objects));
    }
    if (trial.truth().flags().exact() && objects.atMost() > 0) {
      problems.add("QUIET, complete, and at most " + Trial.words(objects));
    }
  }
}
