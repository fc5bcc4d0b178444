package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Unseen;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.WorkloadKind;
import io.cofferdam.posture.workload.Workloads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// GuardDuty is on in a region and watches what is there: calls on S3, malware in the buckets of
/// models, and what runs on hosts that serve models
/// (`https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html`).
final class DetectorOn implements Predicate {

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var verdict = new Verdict();
    var detectors =
        scene.inventory().ofType("guardduty-detector").stream()
            .filter(each -> here(each, region))
            .toList();
    if (detectors.isEmpty()) {
      return verdict.lacks(region, "guardduty")
          ? verdict.outcome()
          : verdict.wrong("there is no detector", "ListDetectors is empty").outcome();
    }
    var detector = detectors.getFirst();
    if (verdict.lacks(detector, "detector")) {
      return verdict.outcome();
    }
    var status = detector.fact("detector.Status").asText("");
    if (!status.equals("ENABLED")) {
      return verdict.wrong("its detector is suspended", "Status is " + status).outcome();
    }
    if (!on(detector, "S3_DATA_EVENTS")) {
      verdict.wrong("calls on objects of S3 are not watched", "S3_DATA_EVENTS is not ENABLED");
    }
    host(region, scene)
        .ifPresent(
            host -> {
              if (!on(detector, "RUNTIME_MONITORING") && !on(detector, "EKS_RUNTIME_MONITORING")) {
                verdict.wrong(
                    "what runs on `" + host.resource().name() + "` is not watched",
                    "RUNTIME_MONITORING is not ENABLED");
              }
            });
    malware(region, scene, verdict);
    // what is not watched may also be what was not found
    if (verdict.outcome() instanceof Outcome.Met) {
      Unseen.beside(region, scene).forEach(verdict::open);
      Workloads.of(scene).atLeast(Sureness.LIKELY).stream()
          .filter(each -> here(each.resource(), region))
          .forEach(each -> verdict.lacks(each.resource(), "model", "job", "task", "cluster"));
      new Absence()
          .lists(scene, anyLoaded(scene) ? new String[] {"s3-bucket"} : new String[0])
          .facts(
              scene.inventory().ofType("s3-bucket").stream()
                  .filter(each -> loaded(each, scene))
                  .toList(),
              "location")
          .open()
          .forEach(verdict::open);
    }
    return verdict.outcome();
  }

  private static boolean on(Resource detector, String feature) {
    return Facts.items(detector.facts(), "detector.Features").stream()
        .anyMatch(
            each ->
                each.path("Name").asText("").equals(feature)
                    && each.path("Status").asText("").equals("ENABLED"));
  }

  private static Optional<Workload> host(Resource region, Scene scene) {
    return Workloads.of(scene).atLeast(Sureness.LIKELY).stream()
        .filter(each -> here(each.resource(), region))
        .filter(each -> each.kind() == WorkloadKind.SELF_HOSTED)
        .filter(each -> !each.resource().type().equals("lambda-function"))
        .findFirst();
  }

  /// Buckets from which models are loaded must be scanned for what was put there.
  private static void malware(Resource region, Scene scene, Verdict verdict) {
    var plans =
        scene.inventory().ofType("malware-protection-plan").stream()
            .filter(each -> here(each, region))
            .toList();
    for (var bucket : scene.inventory().ofType("s3-bucket")) {
      if (!here(bucket, region)
          || !loaded(bucket, scene)
          || verdict.lacks(region, "malware-plans")) {
        continue;
      }
      var plan =
          plans.stream()
              .filter(
                  each ->
                      each.fact("plan.ProtectedResource.S3Bucket.BucketName")
                          .asText("")
                          .equals(bucket.name()))
              .findFirst();
      if (plan.isPresent()) {
        var status = plan.get().fact("plan.Status").asText("");
        if (!status.equals("ACTIVE")) {
          verdict.wrong(
              "malware protection of bucket `" + bucket.name() + "` does not work",
              "Status is " + status);
        }
      } else if (plans.stream().anyMatch(each -> !each.gaps().isEmpty())) {
        verdict.open("guardduty:GetMalwareProtectionPlan: which buckets the plans protect");
      } else {
        verdict.wrong(
            "files of models in bucket `" + bucket.name() + "` are not scanned for malware",
            "no malware protection plan names it");
      }
    }
  }

  private static boolean anyLoaded(Scene scene) {
    Workloads.of(scene);
    return !scene.derived(Loaded.class, Loaded::of).buckets().isEmpty();
  }

  private static boolean loaded(Resource bucket, Scene scene) {
    Workloads.of(scene);
    return scene.derived(Loaded.class, Loaded::of).buckets().contains(bucket.name());
  }

  /// The names of the buckets from which models are loaded.
  private record Loaded(Set<String> buckets) {
    static Loaded of(Scene scene) {
      var buckets = new HashSet<String>();
      for (var workload : Workloads.of(scene).atLeast(Sureness.LIKELY)) {
        for (var uri : workload.linked(Relation.WEIGHTS)) {
          if (uri.startsWith("s3://") && uri.indexOf('/', 5) > 0) {
            buckets.add(uri.substring(5, uri.indexOf('/', 5)));
          }
        }
      }
      return new Loaded(buckets);
    }
  }

  private static boolean here(Resource one, Resource region) {
    return one.account().equals(region.account()) && one.region().equals(region.region());
  }

  static List<String> bucketsOf(Workload workload, Relation relation) {
    return workload.linked(relation).stream()
        .map(each -> each.startsWith("s3://") ? each.substring(5).split("/", 2)[0] : each)
        .map(each -> each.startsWith("arn:aws:s3:::") ? each.substring(13).split("/", 2)[0] : each)
        .toList();
  }
}
