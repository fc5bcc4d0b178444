package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.scene.Scene;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The readers of each bucket, worked out once for every control that asks.
final class ReaderIndex {
  private final ScanEstate estate;
  private final Map<String, Readers> byBucket = new ConcurrentHashMap<>();

  private ReaderIndex(Scene scene) {
    this.estate = ScanEstate.of(scene);
  }

  static ReaderIndex of(Scene scene) {
    return scene.derived(ReaderIndex.class, ReaderIndex::new);
  }

  /// Readers of a bucket's objects, in whatever form.
  ///
  /// @param bucket ARN
  Readers readers(String bucket) {
    return byBucket.computeIfAbsent(
        bucket, b -> Readers.of(estate, estate.readers(b), estate.reading(b)));
  }
}
