package io.cofferdam.app.scan.baseline;

import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;

/// A finding with where it stands.
public record Judged(Finding finding, Standing standing) {
  public boolean violated() {
    return finding.outcome() instanceof Outcome.Violated;
  }

  public boolean undetermined() {
    return finding.outcome() instanceof Outcome.Undetermined;
  }

  /// Whether it counts for the exit code where it is violated or undetermined.
  public boolean counts() {
    return standing.counts();
  }
}
