package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.Set;
import java.util.TreeSet;

/// Who reads other buckets with sensitive data than before, after a change of single resources.
public final class ReadingShifts {
  private ReadingShifts() {}

  /// ARNs of the principals. Only the buckets on which verdicts may have changed are asked for;
  /// where everybody's reach had to be followed anew, all are.
  public static Set<String> between(Scene before, Scene after) {
    Set<String> shifted = new TreeSet<>();
    var carried = after.carried(ScanEstate.class);
    if (carried.isPresent() && carried.get().changed().isEmpty()) {
      return shifted;
    }
    for (var bucket : SensitiveBuckets.of(before).buckets()) {
      if (mayDiffer(bucket, carried.map(ScanEstate::changed).orElse(Set.of()))) {
        compare(bucket, before, after, shifted);
      }
    }
    return shifted;
  }

  private static boolean mayDiffer(Resource bucket, Set<String> changed) {
    return changed.isEmpty() || changed.contains(bucket.id());
  }

  private static void compare(Resource bucket, Scene before, Scene after, Set<String> shifted) {
    var was = ReaderIndex.of(before).readers(bucket.id());
    var is = ReaderIndex.of(after).readers(bucket.id());
    differing(was.certain(), is.certain(), shifted);
    differing(was.conditional(), is.conditional(), shifted);
  }

  private static void differing(Set<String> one, Set<String> other, Set<String> into) {
    one.stream().filter(arn -> !other.contains(arn)).forEach(into::add);
    other.stream().filter(arn -> !one.contains(arn)).forEach(into::add);
  }
}
