package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Whether a training job still matters: it runs, or ended not long before.
final class JobAge {
  private static final Duration LONG = Duration.ofDays(90);

  private JobAge() {}

  static boolean current(Resource job, Scene scene) {
    try {
      var ended = job.fact("job.TrainingEndTime").asText("");
      return ended.isEmpty() || Instant.parse(ended).isAfter(scene.takenAt().minus(LONG));
    } catch (DateTimeException unfit) {
      return true;
    }
  }
}
