package io.cofferdam.app.investigate;

import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.respond.exposure.ExposureResult;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.List;

/// What the features answered.
record Answers(
    Window period,
    String periodBecause,
    List<String> ownAccounts,
    CoverageResult coverage,
    ExposureResult exposures,
    ReadFindings reads,
    Scope scope,
    Origin origin) {
  Answers {
    ownAccounts = List.copyOf(ownAccounts);
  }
}
