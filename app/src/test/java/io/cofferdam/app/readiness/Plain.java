package io.cofferdam.app.readiness;

import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;

/// Finds worlds in which nothing but the logs can make an answer wide.
final class Plain {
  private Plain() {}

  /// The first such seed from one on, by a thousand each time.
  static long from(long seed) {
    for (long each = seed; ; each += 1_000) {
      var truth =
          new DrillWorlds().inMemory(DrillRequest.small("public-training-bucket", each)).truth();
      if (truth.flags().exact()) {
        return each;
      }
    }
  }
}
