package io.cofferdam.posture.predicate;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.predicate.bucket.BucketPredicates;
import io.cofferdam.posture.predicate.detection.DetectionPredicates;
import io.cofferdam.posture.predicate.edge.EdgePredicates;
import io.cofferdam.posture.predicate.identity.IdentityPredicates;
import io.cofferdam.posture.predicate.key.KeyPredicates;
import io.cofferdam.posture.predicate.learning.LearningPredicates;
import io.cofferdam.posture.predicate.logging.LoggingPredicates;
import io.cofferdam.posture.predicate.network.NetworkPredicates;
import io.cofferdam.posture.predicate.store.StorePredicates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The predicates that controls may name.
public final class Predicates {
  private static final Map<String, Predicate> ALL = all();

  /// Each area tells its own; a name is told once.
  private static Map<String, Predicate> all() {
    Map<String, Predicate> all = new HashMap<>();
    all.put("policy-not-public", new PolicyNotPublic());
    for (var area :
        List.of(
            BucketPredicates.all(),
            DetectionPredicates.all(),
            EdgePredicates.all(),
            IdentityPredicates.all(),
            KeyPredicates.all(),
            LearningPredicates.all(),
            LoggingPredicates.all(),
            NetworkPredicates.all(),
            StorePredicates.all())) {
      area.forEach(
          (name, predicate) -> {
            if (all.put(name, predicate) != null) {
              throw new CofferdamBug("two predicates " + name);
            }
          });
    }
    return Map.copyOf(all);
  }

  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }

  public Predicate named(String name) {
    var found = ALL.get(name);
    if (found == null) {
      throw new CofferdamBug("no predicate " + name);
    }
    return found;
  }
}
