package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.model.datamap.Store;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What buckets are for: as the data map says (`role`, `artefact`), as a tag `purpose` says
/// (`training-data`, `weights`, `inference-logs`, `logs`, `evidence`), or as trails and other
/// buckets use them.
public final class BucketUse {
  private static final List<String> TAGS = List.of("purpose", "data-purpose", "store-role");

  private final Map<String, EnumSet<Use>> declared = new HashMap<>();
  private final Set<String> ofTrails = new HashSet<>();
  private final Set<String> ofAccessLogs = new HashSet<>();

  /// What a bucket is for.
  public enum Use {
    TRAINING_DATA("training data"),
    WEIGHTS("weights"),
    INFERENCE("inference data"),
    LOGS("logs"),
    EVIDENCE("evidence");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private BucketUse(Scene scene) {
    for (var store : scene.map().stores()) {
      declared
          .computeIfAbsent(store.resource().id(), id -> EnumSet.noneOf(Use.class))
          .addAll(of(store));
    }
    scene
        .inventory()
        .ofType("cloudtrail-trail")
        .forEach(trail -> ofTrails.add(trail.fact("S3BucketName").asText("")));
    scene
        .inventory()
        .ofType("s3-bucket")
        .forEach(each -> ofAccessLogs.add(each.fact("logging.TargetBucket").asText("")));
  }

  public static BucketUse of(Scene scene) {
    return scene.derived(BucketUse.class, BucketUse::new);
  }

  private static EnumSet<Use> of(Store store) {
    var uses = EnumSet.noneOf(Use.class);
    switch (store.role()) {
      case TRAINING_DATA -> uses.add(Use.TRAINING_DATA);
      case WEIGHTS -> uses.add(Use.WEIGHTS);
      case INFERENCE_DATA -> uses.add(Use.INFERENCE);
      case LOGS -> uses.add(Use.LOGS);
      case RETRIEVAL_STORE, CUSTOMER_STORE, CODE, OTHER, UNKNOWN -> {}
    }
    if (store.artefact().equals("weights") || store.artefact().equals("adapter")) {
      uses.add(Use.WEIGHTS);
    }
    return uses;
  }

  /// Trails or other buckets write logs to it.
  boolean receivesLogs(Resource bucket) {
    return ofTrails.contains(bucket.name()) || ofAccessLogs.contains(bucket.name());
  }

  /// Other buckets write their access logs to it, which S3 does not do where Object Lock is on.
  boolean receivesAccessLogs(Resource bucket) {
    return ofAccessLogs.contains(bucket.name());
  }

  public Set<Use> of(Resource bucket) {
    var uses = EnumSet.noneOf(Use.class);
    uses.addAll(declared.getOrDefault(bucket.id(), EnumSet.noneOf(Use.class)));
    Scene.tags(bucket)
        .forEach(
            (key, value) -> {
              if (TAGS.contains(key.toLowerCase(Locale.ROOT))) {
                uses.addAll(tagged(value));
              }
            });
    if (ofTrails.contains(bucket.name())) {
      uses.add(Use.LOGS);
    }
    return uses;
  }

  private static EnumSet<Use> tagged(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "training-data", "training" -> EnumSet.of(Use.TRAINING_DATA);
      case "weights", "model-weights", "models" -> EnumSet.of(Use.WEIGHTS);
      case "inference-logs", "inference-data", "prompts" -> EnumSet.of(Use.INFERENCE);
      case "logs", "audit-logs" -> EnumSet.of(Use.LOGS);
      case "evidence" -> EnumSet.of(Use.EVIDENCE);
      default -> EnumSet.noneOf(Use.class);
    };
  }
}
