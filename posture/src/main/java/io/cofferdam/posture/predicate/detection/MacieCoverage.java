package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Unseen;
import io.cofferdam.posture.workload.Workloads;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A bucket that a model was trained on, reads or writes to has been searched by Macie within 30
/// days.
final class MacieCoverage implements Predicate {
  private static final Duration FRESH = Duration.ofDays(30);

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var use = use(bucket, scene);
    if (use.isEmpty()) {
      return new Absence()
          .unless(Unseen.of(bucket.account(), scene))
          .lists(scene, "bedrock-data-source")
          .facts(scene.inventory().ofType("bedrock-knowledge-base"), "base", "data-sources")
          .facts(scene.inventory().ofType("bedrock-data-source"), "source")
          .facts(scene.inventory().ofType(Inventory.REGION), "invocation-logging")
          .outcome("no workload with a language model reads or writes it");
    }
    var verdict = new Verdict();
    if (verdict.lacks(bucket, "location")) {
      return verdict.outcome();
    }
    var region = scene.inventory().region(bucket.account(), bucket.region());
    if (region.isEmpty()) {
      return verdict
          .open("macie2:GetMacieSession: region " + bucket.region() + " was not asked")
          .outcome();
    }
    if (verdict.lacks(region.get(), "macie")) {
      return verdict.outcome();
    }
    var status = region.get().fact("macie.status").asText("");
    if (!status.equals("ENABLED")) {
      return verdict
          .wrong(use.get() + ", and Macie is off there", "status is `" + status + "`")
          .outcome();
    }
    var seen = scene.inventory().find("macie-bucket", bucket.id());
    if (seen.isEmpty()) {
      return scene.inventory().gapsOf("macie-bucket").isEmpty()
          ? verdict.wrong(use.get(), "Macie does not list it").outcome()
          : verdict.open("macie2:DescribeBuckets: what Macie knows of it").outcome();
    }
    var error = seen.get().fact("errorCode").asText("");
    if (!error.isEmpty()) {
      return verdict
          .wrong(use.get() + ", and Macie cannot read it", "errorCode is " + error)
          .outcome();
    }
    var last =
        latest(
            instant(seen.get(), "lastAutomatedDiscoveryTime"),
            instant(seen.get(), "jobDetails.lastJobRunTime"));
    if (last.isPresent() && !last.get().isBefore(scene.takenAt().minus(FRESH))) {
      return verdict.fine("Macie searched it at " + last.get()).outcome();
    }
    return verdict
        .wrong(
            use.get(),
            last.map(at -> "the last search was at " + at).orElse("Macie has never searched it"))
        .outcome();
  }

  private static Optional<String> use(Resource bucket, Scene scene) {
    Workloads.of(scene);
    return Optional.ofNullable(scene.derived(Uses.class, Uses::of).byBucket().get(bucket.name()));
  }

  /// What models use each bucket for: the first use by the surest workload.
  private record Uses(Map<String, String> byBucket) {
    static Uses of(Scene scene) {
      var uses = new HashMap<String, String>();
      for (var workload : Workloads.of(scene).atLeast(Sureness.LIKELY)) {
        for (var relation :
            List.of(Relation.TRAINED_ON, Relation.READS, Relation.CAPTURES, Relation.WRITES)) {
          var words = "`" + workload.resource().name() + "` " + words(relation);
          DetectorOn.bucketsOf(workload, relation).forEach(each -> uses.putIfAbsent(each, words));
        }
      }
      for (var region : scene.inventory().ofType(Inventory.REGION)) {
        uses.putIfAbsent(
            region.fact("invocation-logging.s3Config.bucketName").asText(""),
            "calls of models are logged to it");
      }
      return new Uses(uses);
    }

    private static String words(Relation relation) {
      return switch (relation) {
        case TRAINED_ON -> "was trained on it";
        case READS -> "reads it";
        default -> "writes to it";
      };
    }
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
  }

  private static Optional<Instant> instant(Resource of, String path) {
    try {
      var text = of.fact(path).asText("");
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException unfit) {
      return Optional.empty();
    }
  }
}
