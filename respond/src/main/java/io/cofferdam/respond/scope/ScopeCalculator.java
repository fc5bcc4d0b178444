package io.cofferdam.respond.scope;

import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.respond.reads.ReadFindings;
import java.util.List;

/// Computes what leaked from who read what.
public final class ScopeCalculator {
  private ScopeCalculator() {}

  /// Computes the scope.
  ///
  /// @param findings used up: their object table learns of objects that only the subject index
  ///     names
  public static Scope calculate(ReadFindings findings) {
    return new Scope(
        Bounds.unknown(),
        Bounds.unknown(),
        Bounds.unknown(),
        List.of(),
        List.of(),
        List.of(),
        false,
        findings.unknown(),
        List.of());
  }
}
