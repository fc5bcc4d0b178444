package io.cofferdam.app.readiness;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The stores that matter: those of the data map; without one, buckets and databases that look like
/// it, and why.
final class LikelyStores {
  private static final Pattern TELLING =
      Pattern.compile(
          "train(ing)?|dataset|weights?|models?|adapter|checkpoint|embedding|vector|retrieval|rag"
              + "|prompts?|inference|customers?|users?|members?|orders?|crm|personal|pii|export|dump"
              + "|backup|chat|support|documents?|upload");

  private final Inventory inventory;
  private final DataMap map;

  LikelyStores(Inventory inventory, DataMap map) {
    this.inventory = inventory;
    this.map = map;
  }

  List<Subject> subjects() {
    var subjects = new ArrayList<Subject>();
    if (!map.stores().isEmpty()) {
      map.stores().forEach(store -> subjects.add(Subject.of(map, store, "")));
      return subjects;
    }
    var logs = logBuckets();
    for (var bucket : LogsOfStores.of(inventory, LogsOfStores.BUCKET)) {
      if (!logs.contains(bucket.name())) {
        telling(bucket)
            .ifPresent(
                why -> subjects.add(guessed(bucket.name(), ResourceId.bucket(bucket.name()), why)));
      }
    }
    for (var database : LogsOfStores.of(inventory, LogsOfStores.DATABASE)) {
      subjects.add(guessed(database.name(), LogsOfStores.name(database), "it is a database"));
    }
    return subjects;
  }

  private Subject guessed(String name, ResourceId resource, String why) {
    return Subject.of(
        map,
        new Store(
            name,
            resource,
            "",
            StoreRole.UNKNOWN,
            List.of(),
            Ternary.UNKNOWN,
            Map.of(),
            List.of(),
            List.of(),
            "",
            Ternary.UNKNOWN,
            -1,
            List.of()),
        why);
  }

  /// Buckets that logs are written to.
  private Set<String> logBuckets() {
    var names = new HashSet<String>();
    for (var trail : LogsOfStores.of(inventory, LogsOfStores.TRAIL)) {
      names.add(trail.fact("S3BucketName").asText(""));
    }
    for (var bucket : LogsOfStores.of(inventory, LogsOfStores.BUCKET)) {
      names.add(bucket.fact("logging.TargetBucket").asText(""));
    }
    return names;
  }

  private static Optional<String> telling(Resource bucket) {
    for (var word : bucket.name().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (TELLING.matcher(word).matches()) {
        return Optional.of("its name says `" + word + "`");
      }
    }
    for (var tag : bucket.fact("tags")) {
      var key = tag.path("Key").asText("").toLowerCase(Locale.ROOT);
      var kept =
          Sensitivity.of(tag.path("Value").asText(""))
              .filter(s -> s == Sensitivity.PUBLIC)
              .isEmpty();
      if (kept && key.matches("data[-_]?class.*|classification|sensitivity")) {
        return Optional.of("it is tagged `" + tag.path("Key").asText("") + "`");
      }
    }
    return Optional.empty();
  }
}
