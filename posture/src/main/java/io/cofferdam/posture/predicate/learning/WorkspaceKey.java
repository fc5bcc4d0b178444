package io.cofferdam.posture.predicate.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.Set;

/// Volumes of endpoints and notebooks and what training writes are encrypted with a key of the
/// customer. Instances with disks of their own encrypt these by themselves and take no key
/// (`https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html`).
final class WorkspaceKey implements Predicate {
  private static final Set<String> OWN_DISKS =
      Set.of(
          "c5d", "m5d", "m5dn", "r5d", "r5dn", "c6id", "m6id", "r6id", "p3dn", "p4d", "p4de", "p5",
          "p5e", "p5en", "g4dn", "g5", "g6", "g6e", "gr6", "trn1", "trn1n", "trn2");

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "sagemaker-endpoint-config" -> {
        if (!verdict.lacks(resource, "config")) {
          var variants = Facts.items(resource.facts(), "config.ProductionVariants");
          if (!variants.isEmpty() && variants.stream().allMatch(WorkspaceKey::needsNoKey)) {
            return new Outcome.NotApplicable("its instances have disks of their own, or none");
          }
          KeyOwner.judge(
              resource, resource.fact("config.KmsKeyId").asText(""), "its volumes", scene, verdict);
        }
      }
      case "sagemaker-notebook" -> {
        if (!verdict.lacks(resource, "notebook")) {
          KeyOwner.judge(
              resource,
              resource.fact("notebook.KmsKeyId").asText(""),
              "its volume",
              scene,
              verdict);
        }
      }
      default -> {
        if (!verdict.lacks(resource, "job")) {
          if (!JobAge.current(resource, scene)) {
            return new Outcome.NotApplicable("it ended more than 90 days before");
          }
          KeyOwner.judge(
              resource,
              resource.fact("job.OutputDataConfig.KmsKeyId").asText(""),
              "the model that it made",
              scene,
              verdict);
        }
      }
    }
    return verdict.outcome();
  }

  private static boolean needsNoKey(JsonNode variant) {
    if (variant.path("ServerlessConfig").isObject()) {
      return true;
    }
    var type = variant.path("InstanceType").asText("").split("\\.", -1);
    return type.length > 1 && OWN_DISKS.contains(type[1]);
  }
}
