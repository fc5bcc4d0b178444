package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.trail.ObjectLogging;
import io.cofferdam.posture.predicate.trail.ObjectLogging.Coverage;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.List;

/// Reads and changes of objects are logged by trails that really deliver. A bucket whose class is
/// not known is held to it too, as it may hold personal data.
final class DataEvents implements AsksTrails {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var sensitivity = scene.sensitivity(bucket);
    if (sensitivity.isPresent() && sensitivity.get().compareTo(Sensitivity.CONFIDENTIAL) < 0) {
      return new Outcome.NotApplicable("its data are " + sensitivity.get().word());
    }
    if (BucketUse.of(scene).receivesLogs(bucket)) {
      return new Outcome.NotApplicable(
          "it receives logs itself: logging their delivery would make a loop");
    }
    if (!bucket.gapsOf(List.of("location")).isEmpty()) {
      return new Outcome.Undetermined(List.of("its region (s3:GetBucketLocation)"));
    }
    var logging = ObjectLogging.of(bucket, scene);
    var verdict = new Verdict();
    tell("reads", logging.reads(), verdict);
    tell("changes", logging.writes(), verdict);
    var outcome = verdict.outcome();
    var tags = bucket.gapsOf(List.of("tags"));
    return outcome instanceof Outcome.Violated && sensitivity.isEmpty() && !tags.isEmpty()
        ? new Outcome.Undetermined(
            tags.stream().map(gap -> "the class of its data: " + gap.words()).toList())
        : outcome;
  }

  private static void tell(String what, Coverage coverage, Verdict verdict) {
    switch (coverage) {
      case Coverage.Whole(var trails) ->
          verdict.fine(what + " of objects are logged by " + String.join(", ", trails));
      case Coverage.Holes(var event, var partly) ->
          verdict.wrong(
              (partly ? "not all " : "no ") + what + " of its objects are logged",
              "leaves no trace: " + event);
      case Coverage.Unknown(var missing) -> missing.forEach(verdict::open);
    }
  }
}
