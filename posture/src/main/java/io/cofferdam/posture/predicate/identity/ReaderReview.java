package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.scene.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who can read which sensitive data, for a person to look through.
///
/// @param takenAt when the configuration was read
/// @param open what was not read, so that there may be readers or stores beyond those told
public record ReaderReview(Instant takenAt, List<Store> stores, List<String> open) {
  public ReaderReview {
    stores = List.copyOf(stores);
    open = List.copyOf(open);
  }

  /// One bucket.
  ///
  /// @param id its ARN
  /// @param sensitivity `confidential` or `restricted`
  /// @param readers ARNs of those who can, in order
  /// @param lines the same in words: who, and whether by own rights or by way of others
  /// @param conditional ARNs of those who can if something holds that was not read
  /// @param guarded ARNs of those who can under a condition of their policies
  public record Store(
      String id,
      String name,
      String sensitivity,
      List<String> readers,
      List<String> lines,
      List<String> conditional,
      List<String> guarded) {
    public Store {
      readers = List.copyOf(readers);
      lines = List.copyOf(lines);
      conditional = List.copyOf(conditional);
      guarded = List.copyOf(guarded);
    }
  }

  public static ReaderReview of(Scene scene) {
    var estate = ScanEstate.of(scene);
    var buckets = SensitiveBuckets.of(scene);
    List<Store> stores = new ArrayList<>();
    for (var bucket : buckets.buckets()) {
      var readers = ReaderIndex.of(scene).readers(bucket.id());
      stores.add(
          new Store(
              bucket.id(),
              bucket.name(),
              scene.sensitivity(bucket).orElseThrow().word(),
              List.copyOf(readers.certain()),
              readers.certain().stream()
                  .map(arn -> Readers.line(estate, arn, bucket.id()))
                  .toList(),
              List.copyOf(readers.conditional()),
              readers.guarded()));
    }
    List<String> open = new ArrayList<>(buckets.undecided());
    for (var account : scene.inventory().ofType(Inventory.ACCOUNT)) {
      open.addAll(estate.missing(account.account()));
      account.gaps().stream().map(Gap::words).forEach(open::add);
      estate.caveat(account.account()).ifPresent(open::add);
    }
    if (stores.isEmpty()) {
      open.add(SensitiveBuckets.unclassed());
    }
    return new ReaderReview(scene.takenAt(), stores, open.stream().distinct().toList());
  }
}
