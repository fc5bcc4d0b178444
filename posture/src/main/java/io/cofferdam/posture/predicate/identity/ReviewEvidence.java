package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.scene.AccessReviews;
import io.cofferdam.posture.scene.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Of a bucket with sensitive data: somebody looked through its readers within 90 days and signed
/// for it. The reviews are those that were handed over with the scene, read from the ledger. A
/// review is as old as the configuration that was looked through, whenever it was signed. Where the
/// ledger holds no valid review of the bucket, it may have been reviewed in another way: that is
/// undetermined, and what of the ledger was refused is told.
final class ReviewEvidence implements AsksTrails {
  private static final Duration MOST = Duration.ofDays(90);
  private static final int REFUSALS_TOLD = 3;

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
    var reviews = scene.reviews().get();
    var last = reviews.last(bucket.id(), scene.takenAt());
    if (last.isEmpty()) {
      return new Outcome.Undetermined(missing(reviews));
    }
    var review = last.get();
    var witness =
        List.of(
            "of the configuration of "
                + review.takenAt()
                + ", signed "
                + review.at()
                + " by "
                + review.by());
    return review.takenAt().plus(MOST).isBefore(scene.takenAt())
        ? new Outcome.Violated(
            "the last review of its readers is "
                + Duration.between(review.takenAt(), scene.takenAt()).toDays()
                + " days old",
            witness)
        : new Outcome.Met(witness);
  }

  private static List<String> missing(AccessReviews reviews) {
    List<String> missing = new ArrayList<>();
    missing.add("reviews: the ledger holds no valid review of it (cofferdam access review)");
    reviews.refused().stream()
        .limit(REFUSALS_TOLD)
        .map(each -> "reviews: " + each)
        .forEach(missing::add);
    return missing;
  }
}
