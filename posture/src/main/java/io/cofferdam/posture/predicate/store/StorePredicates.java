package io.cofferdam.posture.predicate.store;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on disks and databases, by name.
public final class StorePredicates {
  private StorePredicates() {}

  public static Map<String, Predicate> all() {
    return Map.ofEntries(
        Map.entry("ebs-encryption-share", new DiskGuard()),
        Map.entry("rds-log-and-encrypt", new DatabaseGuard()));
  }
}
