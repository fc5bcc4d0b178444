package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
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
  /// @param dataClasses what the data map says it holds: `contact`, `payment-card`
  /// @param readers who can, in order: ARNs, and [Outside#words] of those without one
  /// @param lines the same in words: who, and whether by own rights or by way of others
  /// @param conditional ARNs of those who can if something holds that was not read
  /// @param guarded ARNs of those who can under a condition of their policies
  /// @param unread why its readers are not known, each with the permission that is missing; nobody
  ///     can sign for such a store
  public record Store(
      String id,
      String name,
      String sensitivity,
      List<String> dataClasses,
      List<String> readers,
      List<String> lines,
      List<String> conditional,
      List<String> guarded,
      List<String> unread) {
    public Store {
      dataClasses = List.copyOf(dataClasses);
      readers = List.copyOf(readers);
      lines = List.copyOf(lines);
      conditional = List.copyOf(conditional);
      guarded = List.copyOf(guarded);
      unread = List.copyOf(unread);
    }

    /// Whether all who can read it are known, so that it can be signed for.
    public boolean known() {
      return unread.isEmpty();
    }
  }

  public static ReaderReview of(Scene scene) {
    var buckets = SensitiveBuckets.of(scene);
    var estate = ScanEstate.of(scene);
    List<String> open = new ArrayList<>(buckets.undecided());
    for (var account : scene.inventory().ofType(Inventory.ACCOUNT)) {
      estate.caveat(account.account()).ifPresent(open::add);
    }
    if (buckets.buckets().isEmpty()) {
      open.add(SensitiveBuckets.unclassed());
    }
    return new ReaderReview(
        scene.takenAt(),
        buckets.buckets().stream().map(bucket -> store(scene, estate, bucket)).toList(),
        open.stream().distinct().toList());
  }

  private static Store store(Scene scene, ScanEstate estate, Resource bucket) {
    var inside = ReaderIndex.of(scene).readers(bucket.id());
    var outside = Outside.of(bucket, scene);
    List<String> readers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    outside
        .found()
        .forEach(
            (who, witness) -> {
              readers.add(who);
              lines.add(who + witness);
            });
    for (var arn : inside.certain()) {
      readers.add(arn);
      lines.add(Readers.line(estate, arn, bucket.id()));
    }
    List<String> unread = new ArrayList<>(estate.missing(bucket.account()));
    unread.addAll(outside.missing());
    return new Store(
        bucket.id(),
        bucket.name(),
        scene.sensitivity(bucket).orElseThrow().word(),
        dataClasses(scene, bucket),
        readers,
        lines,
        List.copyOf(inside.conditional()),
        inside.guarded(),
        unread.stream().distinct().toList());
  }

  private static List<String> dataClasses(Scene scene, Resource bucket) {
    return scene.map().stores().stream()
        .filter(store -> store.resource().id().equals(bucket.id()))
        .flatMap(store -> store.dataClasses().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
