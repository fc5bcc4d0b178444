package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.time.Duration;
import java.util.List;

/// Of a bucket with sensitive data: somebody looked through its readers within 90 days and signed
/// for it. The reviews are those that were handed over with the scene, read from the ledger.
final class ReviewEvidence implements Predicate {
  private static final Duration MOST = Duration.ofDays(90);

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (SensitiveBuckets.of(scene).of(bucket, scene)) {
      case SensitiveBuckets.Held.Lower(var why) -> new Outcome.NotApplicable(why);
      case SensitiveBuckets.Held.Undecided(var missing) -> new Outcome.Undetermined(missing);
      case SensitiveBuckets.Held.Sensitive _ -> judge(bucket, scene);
    };
  }

  private static Outcome judge(Resource bucket, Scene scene) {
    if (scene.reviews().isEmpty()) {
      return new Outcome.Undetermined(
          List.of("reviews: no ledger of access reviews was given (scan: --reviews FOLDER)"));
    }
    var last = scene.reviews().get().of(bucket.id());
    if (last.isEmpty()) {
      return new Outcome.Violated(
          "nobody has signed a review of its readers", List.of("ledger: no review of it"));
    }
    var review = last.get();
    return review.at().plus(MOST).isBefore(scene.takenAt())
        ? new Outcome.Violated(
            "the last review of its readers is older than 90 days",
            List.of("signed " + review.at() + " with key " + review.key()))
        : new Outcome.Met(List.of("signed " + review.at() + " with key " + review.key()));
  }
}
