package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.baseline.Baseline;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.compliance.Framework;
import io.cofferdam.app.scan.theirs.TheirFile;
import java.util.List;
import java.util.Optional;

/// What a scan is put beside; read before the scan begins, so that a mistake in a file is told at
/// once.
///
/// @param frameworks whose views are wanted
/// @param imports results of others
public record Beside(
    Optional<Baseline> baseline,
    List<Suppression> suppressions,
    List<Framework> frameworks,
    List<TheirFile> imports) {
  /// Nothing.
  public static final Beside NOTHING =
      new Beside(Optional.empty(), List.of(), List.of(), List.of());

  public Beside {
    suppressions = List.copyOf(suppressions);
    frameworks = List.copyOf(frameworks);
    imports = List.copyOf(imports);
  }
}
