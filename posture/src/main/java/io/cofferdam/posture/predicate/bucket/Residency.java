package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A bucket lies in a region in which its data may lie: that of its store in the data map, else
/// those that the company demands of all.
final class Residency implements Predicate {
  static final String NOBODY_SAID =
      "nobody said in which regions data may lie (`expected: regions` of the data map)";

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    if (scene.sensitivity(bucket).equals(Optional.of(Sensitivity.PUBLIC))) {
      return new Outcome.NotApplicable("its data are public");
    }
    var allowed = allowed(bucket, scene);
    if (allowed.isEmpty()) {
      return new Outcome.NotApplicable(NOBODY_SAID);
    }
    return allowed.contains(bucket.region())
        ? new Outcome.Met(List.of(bucket.region() + " is one of " + String.join(", ", allowed)))
        : new Verdict()
            .wrong(
                "it lies in " + bucket.region() + ", allowed are " + String.join(", ", allowed),
                bucket.name() + " " + bucket.region())
            .outcome();
  }

  /// The regions in which the data of a resource may lie; empty where nobody said.
  static Set<String> allowed(Resource resource, Scene scene) {
    var allowed = new TreeSet<String>();
    for (var store : scene.map().stores()) {
      if (store.resource().id().equals(resource.id()) && !store.regions().isEmpty()) {
        if (allowed.isEmpty()) {
          allowed.addAll(store.regions());
        } else {
          allowed.retainAll(store.regions());
        }
      }
    }
    if (allowed.isEmpty()) {
      allowed.addAll(scene.expected().regions());
    }
    return allowed;
  }
}
