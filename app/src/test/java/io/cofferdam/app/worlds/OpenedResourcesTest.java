package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kinds beyond the bucket, each made, opened and closed within the logs: what is found is the
/// truth from beginning to end, and where changes are lost nothing false is said.
@Covers({"R-03", "R-05"})
class OpenedResourcesTest {
  private static final List<String> SCENARIOS =
      List.of(
          "ebs-snapshot-shared",
          "machine-image-shared",
          "database-snapshot-shared",
          "image-repository-opened",
          "key-policy-opened",
          "function-policy-opened",
          "function-url-opened",
          "role-trust-opened",
          "secret-policy-opened",
          "access-point-opened");
  private static final Duration EDGE = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(30);

  @TempDir Path folder;

  @Test
  void whatIsFoundOfEachKindIsTheTruthFromBeginningToEnd() {
    var trials = new Trials(folder);
    var wrong = new ArrayList<String>();
    for (var scenario : SCENARIOS) {
      for (long seed = 900; seed < 902; seed++) {
        var trial = trials.run(seed, DrillRequest.small(scenario, seed));
        wrong.addAll(Promises.broken(trial));
        wrong.addAll(before(trial));
        assertThat(trial.truth().exposures()).hasSize(1);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingFalseIsSaidWhereChangesAreLost() {
    var trials = new Trials(folder);
    var wrong = new ArrayList<String>();
    for (var scenario : SCENARIOS) {
      for (long seed = 950; seed < 952; seed++) {
        var lossy = new Loss(0.3 + 0.4 * (seed - 950), 0.2, 0, 0, 0, false);
        wrong.addAll(
            Promises.broken(trials.run(seed, DrillRequest.small(scenario, seed).withLoss(lossy))));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// CLOSED from its making on until it was opened.
  private static List<String> before(Trial trial) {
    var wrong = new ArrayList<String>();
    for (var opening : trial.truth().exposures()) {
      var span = new Window(trial.truth().from().plus(START), opening.from().minus(EDGE));
      for (var found : trial.report().exposures()) {
        if (found.resource().id().equals(opening.resource())
            && found.audience().words().equals(opening.audience())
            && found.window().overlaps(span)
            && found.state() != ExposureState.CLOSED) {
          wrong.add(trial.name() + ": " + found.state() + " in " + found.window());
        }
      }
    }
    return wrong;
  }
}
