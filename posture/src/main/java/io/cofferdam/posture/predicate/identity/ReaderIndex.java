package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The readers of each bucket, worked out once for every control that asks.
final class ReaderIndex implements Carried {
  private final ScanEstate estate;
  private final Map<String, Readers> byBucket = new ConcurrentHashMap<>();

  private ReaderIndex(Scene scene) {
    this.estate = ScanEstate.of(scene);
  }

  private ReaderIndex(ReaderIndex before, ScanEstate estate) {
    this.estate = estate;
    before.byBucket.forEach(
        (bucket, readers) -> {
          if (!estate.changed().contains(bucket)) {
            byBucket.put(bucket, readers);
          }
        });
  }

  @Override
  public Optional<ReaderIndex> after(Scene later, Change change) {
    return later.carried(ScanEstate.class).map(each -> new ReaderIndex(this, each));
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
