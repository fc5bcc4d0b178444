package io.cofferdam.app.worlds;

import io.cofferdam.drill.truth.Truth.ExposureTruth;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Nothing is called CLOSED while it stood open, and nothing OPEN while it was closed, but for the
/// minutes in which a change takes effect.
final class WindowCheck {
  private static final Duration EDGE = Duration.ofMinutes(5);

  private final Trial trial;
  private final List<String> problems = new ArrayList<>();

  private WindowCheck(Trial trial) {
    this.trial = trial;
  }

  static List<String> problems(Trial trial) {
    return new WindowCheck(trial).check();
  }

  private List<String> check() {
    for (var opening : trial.truth().exposures()) {
      opening(opening);
    }
    for (var found : trial.report().exposures()) {
      if (found.state() == ExposureState.OPEN && !wasOpen(found)) {
        problems.add(
            "WRONG OPEN "
                + found.resource().id()
                + " to "
                + found.audience().words()
                + " "
                + found.window());
      }
    }
    return problems;
  }

  private void opening(ExposureTruth opening) {
    var from = opening.from().plus(EDGE);
    var until = end(opening).minus(EDGE);
    boolean foundOpen = false;
    boolean told = false;
    for (var found : trial.report().exposures()) {
      boolean about =
          found.resource().id().equals(opening.resource())
              && found.audience().words().equals(opening.audience());
      boolean overlaps =
          found.window().from().isBefore(until) && from.isBefore(found.window().until());
      told |= about;
      if (about && overlaps && found.state() == ExposureState.CLOSED) {
        problems.add(
            "WRONG CLOSED " + opening.resource() + " " + found.window() + ", truth " + opening);
      }
      foundOpen |= about && overlaps && found.state() == ExposureState.OPEN;
    }
    boolean complete = trial.truth().flags().complete();
    if (!told && (provable() || (complete && trial.request().sources().digests()))) {
      problems.add("MISSED exposure of " + opening.resource() + " to " + opening.audience());
    }
    if (!foundOpen
        && trial.truth().flags().exact()
        && trial.request().sources().digests()
        && from.isBefore(until)) {
      problems.add("MISSED OPEN " + opening.resource() + " to " + opening.audience());
    }
    if (provable()) {
      equal(opening, from, until);
    }
  }

  /// Whether the logs tell every change, and something proves that they do.
  private boolean provable() {
    var loss = trial.request().loss();
    var has = trial.request().sources();
    return loss.cloudTrail() == 0
        && loss.digests() == 0
        && loss.s3Access() == 0
        && has.digests()
        && has.selectors()
        && has.startState()
        && has.dataMap()
        && !trial.truth().flags().edgeReads();
  }

  /// OPEN for as long as it stood open, and CLOSED once it was closed; the acts of one closing lie
  /// within a minute.
  private void equal(ExposureTruth opening, Instant from, Instant until) {
    var closed = opening.until() == null ? Instant.MAX : last(opening).plusSeconds(60);
    for (var found : trial.report().exposures()) {
      if (!found.resource().id().equals(opening.resource())
          || !found.audience().words().equals(opening.audience())) {
        continue;
      }
      var window = found.window();
      boolean inside = window.from().isBefore(until) && from.isBefore(window.until());
      boolean after =
          closed.isBefore(window.until()) && window.from().isBefore(trial.truth().until());
      if ((inside && found.state() != ExposureState.OPEN)
          || (after && found.state() != ExposureState.CLOSED)) {
        problems.add(
            "NOT EQUAL "
                + opening.resource()
                + " is "
                + found.state()
                + " in "
                + window
                + ", truth "
                + opening
                + ": "
                + found.because());
      }
    }
  }

  private Instant end(ExposureTruth opening) {
    var until = opening.until();
    return until == null ? trial.truth().until() : until;
  }

  private static Instant last(ExposureTruth opening) {
    var until = opening.until();
    return until == null ? Instant.MAX : until.plus(EDGE);
  }

  /// Whether the openings of the resource to this audience or a wider one cover the span.
  private boolean wasOpen(Exposure found) {
    var reached = found.window().from();
    boolean grew = true;
    while (grew && reached.isBefore(found.window().until())) {
      grew = false;
      for (var opening : trial.truth().exposures()) {
        if (opening.resource().equals(found.resource().id())
            && wide(opening.audience(), found.audience())
            && !opening.from().minus(EDGE).isAfter(reached)
            && last(opening).isAfter(reached)) {
          reached = last(opening);
          grew = true;
        }
      }
    }
    return !reached.isBefore(found.window().until());
  }

  private static boolean wide(String truth, Audience found) {
    return switch (found) {
      case Audience.Anyone() -> truth.equals("anyone");
      case Audience.AnyAccount() ->
          truth.equals("anyone") || truth.equals("any account of the provider");
      case Audience.ForeignAccount(String account) ->
          truth.equals("anyone")
              || truth.equals("any account of the provider")
              || truth.equals("account " + account);
    };
  }
}
