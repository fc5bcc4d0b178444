package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.BucketUse.Use;
import io.cofferdam.posture.scene.Scene;
import java.util.EnumSet;
import java.util.List;

/// Buckets of logs, evidence and weights keep every version under Object Lock; evidence in
/// compliance mode, which nobody can lift (Amazon S3 User Guide, "Locking objects with Object
/// Lock").
final class ObjectLock implements AsksTrails {
  private static final EnumSet<Use> LOCKED = EnumSet.of(Use.LOGS, Use.EVIDENCE, Use.WEIGHTS);

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var use = BucketUse.of(scene);
    var uses = EnumSet.noneOf(Use.class);
    uses.addAll(use.of(bucket));
    uses.retainAll(LOCKED);
    if (uses.isEmpty()) {
      return new Absence()
          .lists(scene, "cloudtrail-trail")
          .facts(List.of(bucket), "tags")
          .outcome(
              "no trail writes to it, and neither the data map nor a tag `purpose` tells that it"
                  + " holds logs, evidence or weights");
    }
    if (use.receivesAccessLogs(bucket)) {
      return new Outcome.NotApplicable(
          "it receives access logs, which S3 does not deliver to a bucket with Object Lock");
    }
    var what = uses.iterator().next().words();
    var verdict = new Verdict();
    var versioning = bucket.fact("versioning.Status").asText("off");
    if (!versioning.equals("Enabled")) {
      verdict.wrong("versioning is " + versioning, "Status " + versioning);
    }
    var lock = bucket.fact("lock");
    var mode = lock.path("Rule").path("DefaultRetention").path("Mode").asText("");
    if (!lock.path("ObjectLockEnabled").asText("").equals("Enabled")) {
      verdict.wrong(what + " can be deleted: Object Lock is off", "no ObjectLockEnabled");
    } else if (mode.isEmpty()) {
      verdict.wrong(
          what + " can be deleted: no default retention is set, so each object would need its own",
          "no DefaultRetention");
    } else if (uses.contains(Use.EVIDENCE) && !mode.equals("COMPLIANCE")) {
      verdict.wrong("evidence is locked in " + mode + " mode, which can be lifted", "Mode " + mode);
    }
    return verdict.fine(what + " are locked in " + mode + " mode").outcome();
  }
}
