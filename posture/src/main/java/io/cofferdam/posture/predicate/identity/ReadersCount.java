package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Of a bucket with sensitive data: no more principals read it than the company allows, or than
/// somebody can look through where it does not say.
final class ReadersCount implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (SensitiveBuckets.of(scene).of(bucket, scene)) {
      case SensitiveBuckets.Held.Lower(var why) -> new Outcome.NotApplicable(why);
      case SensitiveBuckets.Held.Undecided(var missing) -> new Outcome.Undetermined(missing);
      case SensitiveBuckets.Held.Sensitive(var sensitivity) ->
          judge(bucket, scene, sensitivity.word());
    };
  }

  private static Outcome judge(Resource bucket, Scene scene, String sensitivity) {
    var estate = ScanEstate.of(scene);
    var readers = ReaderIndex.of(scene).readers(bucket.id());
    var most = scene.expected().access().readersAtMost();
    List<String> lines = new ArrayList<>();
    readers.certain().forEach(arn -> lines.add(Readers.line(estate, arn, bucket.id())));
    if (readers.certain().size() > most) {
      return Told.violated(
          estate,
          bucket.account(),
          Told.count(readers.certain().size(), "principal")
              + " can read its "
              + sensitivity
              + " data, at most "
              + most
              + " are meant to",
          lines);
    }
    List<String> missing = new ArrayList<>(estate.missing(bucket.account()));
    if (readers.certain().size() + readers.conditional().size() > most) {
      readers
          .conditional()
          .forEach(arn -> missing.add(arn + ": reads it if what was not read allows it"));
    }
    if (!missing.isEmpty()) {
      return new Outcome.Undetermined(Told.shortened(missing));
    }
    lines.addFirst(Told.count(readers.certain().size(), "principal") + " of at most " + most);
    readers.guarded().forEach(arn -> lines.add(arn + " under a condition of its policies"));
    return new Outcome.Met(lines);
  }
}
