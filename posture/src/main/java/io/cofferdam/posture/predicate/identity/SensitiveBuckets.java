package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.List;

/// The buckets of a scene whose data are confidential or more, by the data map or their tags.
///
/// @param buckets in the order of their ARNs
/// @param undecided why there may be more: tags that could not be read
record SensitiveBuckets(List<Resource> buckets, List<String> undecided) {
  static final String TYPE = "s3-bucket";

  private static final String UNCLASSED =
      "no bucket has a data class: name one in the data map (--data-map) or in a tag `data-class`,"
          + " and who reads it is judged";

  SensitiveBuckets {
    buckets = List.copyOf(buckets);
    undecided = List.copyOf(undecided);
  }

  /// What is known of one bucket's class.
  sealed interface Held {
    record Sensitive(Sensitivity sensitivity) implements Held {}

    record Lower(String why) implements Held {}

    record Undecided(List<String> missing) implements Held {
      public Undecided {
        missing = List.copyOf(missing);
      }
    }
  }

  static SensitiveBuckets of(Scene scene) {
    return scene.derived(SensitiveBuckets.class, SensitiveBuckets::gather);
  }

  private static SensitiveBuckets gather(Scene scene) {
    List<Resource> buckets = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    for (var bucket : scene.inventory().ofType(TYPE)) {
      switch (classOf(bucket, scene)) {
        case Held.Sensitive _ -> buckets.add(bucket);
        case Held.Undecided(var missing) ->
            missing.stream().filter(each -> !undecided.contains(each)).forEach(undecided::add);
        case Held.Lower _ -> {
          // nothing that needs guarding
        }
      }
    }
    scene.inventory().gapsOf(TYPE).forEach(gap -> undecided.add(gap.gap().words()));
    return new SensitiveBuckets(buckets, undecided);
  }

  private static Held classOf(Resource bucket, Scene scene) {
    var told = scene.sensitivity(bucket);
    if (told.isPresent()) {
      return told.get().compareTo(Sensitivity.CONFIDENTIAL) >= 0
          ? new Held.Sensitive(told.get())
          : new Held.Lower("its data are " + told.get().word());
    }
    var gaps = bucket.gapsOf(List.of("tags"));
    return gaps.isEmpty()
        ? new Held.Lower("nobody says which class its data have")
        : new Held.Undecided(gaps.stream().map(Gap::words).toList());
  }

  /// The class of one bucket; where no bucket has one, the answer says how to give one.
  Held of(Resource bucket, Scene scene) {
    var own = classOf(bucket, scene);
    return own instanceof Held.Lower && none() ? new Held.Lower(UNCLASSED) : own;
  }

  /// Whether no bucket of the scene is known to be sensitive, and none may be.
  boolean none() {
    return buckets.isEmpty() && undecided.isEmpty();
  }

  /// Why nothing is judged where there are none.
  static String unclassed() {
    return UNCLASSED;
  }
}
