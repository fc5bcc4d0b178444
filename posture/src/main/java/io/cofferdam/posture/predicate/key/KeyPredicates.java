package io.cofferdam.posture.predicate.key;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on keys, by name.
public final class KeyPredicates {
  private KeyPredicates() {}

  public static Map<String, Predicate> all() {
    return Map.ofEntries(
        Map.entry("kms-rotation", new KeyRotation()),
        Map.entry("kms-no-outsider", new KeyOutsiders()),
        Map.entry("kms-grants", new KeyGrants()),
        Map.entry("kms-decrypt-scoped", new DecryptScoped()),
        Map.entry("kms-separation", new KeySeparation()),
        Map.entry("kms-custody", new KeyCustody()));
  }
}
