package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;

/// The class of a bucket's data stands in a tag, in the words in use. Tags of single objects are
/// not looked at.
final class ClassTag implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var tag = scene.classTag(bucket);
    var verdict = new Verdict();
    if (tag.isEmpty()) {
      verdict.wrong(
          "no tag tells the class of its data"
              + (scene.expected().classTag().isEmpty()
                  ? ""
                  : " (`" + scene.expected().classTag() + "` is demanded)"),
          "tags " + Scene.tags(bucket).keySet());
    } else if (Sensitivity.of(tag.get()).isEmpty()) {
      verdict.wrong(
          "`" + tag.get() + "` is no class [public, internal, confidential, restricted]",
          tag.get());
    }
    return verdict.fine("its class is " + tag.orElse("")).outcome();
  }

  /// What the tag says is not contradicted by what Macie found or by the data map.
  static final class Contradiction implements Predicate {
    /// Scores of Macie: 1 to 49 not sensitive, 50 not yet analysed, 51 to 100 sensitive, -1 could
    /// not be analysed (Amazon Macie User Guide, "Sensitivity scoring for S3 buckets"; the bounds
    /// from memory).
    private static final int NOT_YET = 50;

    @Override
    public Outcome evaluate(Resource bucket, Scene scene) {
      var tag = scene.classTag(bucket);
      var told = tag.flatMap(Sensitivity::of);
      if (told.isEmpty()) {
        return new Outcome.NotApplicable("no tag tells a class (aws.s3.classification-tag)");
      }
      if (told.get().compareTo(Sensitivity.CONFIDENTIAL) >= 0) {
        return new Outcome.NotApplicable("it is treated as " + told.get().word() + " already");
      }
      var verdict = new Verdict();
      var mapped = scene.sensitivity(bucket);
      if (mapped.isPresent() && mapped.get().compareTo(Sensitivity.CONFIDENTIAL) >= 0) {
        verdict.wrong(
            "its tag says " + told.get().word() + ", the data map " + mapped.get().word(),
            "tag " + tag.orElse("") + ", data map " + mapped.get().word());
      }
      macie(bucket, told.get(), scene, verdict);
      return verdict.outcome();
    }

    private static void macie(Resource bucket, Sensitivity told, Scene scene, Verdict verdict) {
      var found = scene.inventory().find("macie-bucket", bucket.id());
      if (found.isEmpty()) {
        verdict.open(
            scene.inventory().gapsOf("macie-bucket").stream()
                .filter(gap -> gap.account().equals(bucket.account()))
                .filter(gap -> gap.region().equals(bucket.region()))
                .map(ListGap::gap)
                .map(Gap::words)
                .map(words -> "what its objects hold: " + words)
                .findFirst()
                .orElse(
                    "what its objects hold: Macie tells nothing of it (macie2:DescribeBuckets)"));
        return;
      }
      var score = found.get().fact("sensitivityScore");
      if (!score.isNumber() || score.asInt() < 0 || score.asInt() == NOT_YET) {
        verdict.open(
            "what its objects hold: Macie has not analysed it (score "
                + score.asText("none")
                + ", macie2:DescribeBuckets)");
      } else if (score.asInt() > NOT_YET) {
        verdict.wrong(
            "its tag says " + told.word() + ", but Macie found sensitive data in it",
            "sensitivityScore " + score.asInt());
      } else {
        verdict.fine("Macie found nothing sensitive (score " + score.asInt() + ")");
      }
    }
  }
}
