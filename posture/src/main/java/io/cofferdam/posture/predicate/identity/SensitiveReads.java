package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who reads buckets with sensitive data, by who does: so that asking for each role or
/// account does not look through all buckets each time.
final class SensitiveReads {
  private final Map<String, List<Read>> byAccount = new HashMap<>();
  private final Map<String, List<Resource>> byReader = new HashMap<>();
  private final Map<String, List<Resource>> byPossibleReader = new HashMap<>();

  /// One reader of one bucket.
  ///
  /// @param principal ARN
  record Read(Resource bucket, String principal) {}

  private SensitiveReads(Scene scene) {
    var estate = ScanEstate.of(scene).estate();
    var index = ReaderIndex.of(scene);
    for (var bucket : SensitiveBuckets.of(scene).buckets()) {
      var readers = index.readers(bucket.id());
      for (var arn : readers.conditional()) {
        byPossibleReader.computeIfAbsent(arn, _ -> new ArrayList<>()).add(bucket);
      }
      for (var arn : readers.certain()) {
        byReader.computeIfAbsent(arn, _ -> new ArrayList<>()).add(bucket);
        estate
            .principal(arn)
            .ifPresent(
                each ->
                    byAccount
                        .computeIfAbsent(each.account(), _ -> new ArrayList<>())
                        .add(new Read(bucket, arn)));
      }
    }
  }

  static SensitiveReads of(Scene scene) {
    return scene.derived(SensitiveReads.class, SensitiveReads::new);
  }

  /// The buckets that a principal reads, in the order of their ARNs.
  List<Resource> by(String principal) {
    return byReader.getOrDefault(principal, List.of());
  }

  /// The buckets that a principal reads if something holds that was not read.
  List<Resource> perhapsBy(String principal) {
    return byPossibleReader.getOrDefault(principal, List.of());
  }

  /// What the principals of an account read, in the order of the buckets, then of the principals.
  List<Read> ofAccount(String account) {
    return byAccount.getOrDefault(account, List.of());
  }
}
