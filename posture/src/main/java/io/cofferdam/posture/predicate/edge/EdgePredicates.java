package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on fronts by the names that controls use.
public final class EdgePredicates {
  private EdgePredicates() {}

  public static Map<String, Predicate> all() {
    return Map.of(
        "edge-callers-asked", new CallersAsked(),
        "edge-calls-limited", new CallsLimited(),
        "edge-filtered", new Filtered(),
        "edge-tls-new", new NewTls(),
        "edge-errors-kept", new ErrorsKept(),
        "transit-encrypted", new TransitEncrypted());
  }
}
