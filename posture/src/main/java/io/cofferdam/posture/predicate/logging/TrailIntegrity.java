package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.BucketPredicates;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// The logs of a trail are proved whole by digests, encrypted with a key of the customer, and lie
/// in a bucket that is locked, closed and itself logged.
final class TrailIntegrity implements AsksTrails {

  @Override
  public Outcome evaluate(Resource trail, Scene scene) {
    var verdict = new Verdict();
    if (!trail.fact("LogFileValidationEnabled").asBoolean(false)) {
      verdict.wrong("no digest files prove them whole", "LogFileValidationEnabled is not true");
    }
    if (trail.fact("KmsKeyId").asText("").isEmpty()) {
      verdict.wrong("no key of the customer protects them", "there is no KmsKeyId");
    }
    var name = trail.fact("S3BucketName").asText("");
    var bucket = scene.inventory().find("s3-bucket", "arn:aws:s3:::" + name);
    if (bucket.isEmpty()) {
      verdict.open(
          "s3:ListAllMyBuckets: bucket `" + name + "`, which is not among those that were read");
      return verdict.outcome();
    }
    var it = bucket.get();
    if (!verdict.lacks(it, "lock")
        && !it.fact("lock.ObjectLockEnabled").asText("").equals("Enabled")) {
      verdict.wrong("its bucket `" + name + "` lets them be deleted", "there is no Object Lock");
    }
    if (!verdict.lacks(it, "logging") && it.fact("logging").isMissingNode()) {
      verdict.wrong(
          "who reads them in bucket `" + name + "` is not logged", "there is no LoggingEnabled");
    }
    verdict.and(block(it, name, scene));
    return verdict.outcome();
  }

  /// A setting may be on at the bucket or for its whole account.
  private static Outcome block(Resource bucket, String name, Scene scene) {
    var gaps = bucket.gapsOf(List.of("block"));
    if (!gaps.isEmpty()) {
      return new Verdict().open(gaps.getFirst().words() + " for " + name).outcome();
    }
    var outcome = BucketPredicates.block().evaluate(bucket, scene);
    return outcome instanceof Outcome.Violated
        ? new Outcome.Violated(
            "its bucket `" + name + "` can be made public",
            List.of("not all four public access blocks are on"))
        : outcome;
  }
}
