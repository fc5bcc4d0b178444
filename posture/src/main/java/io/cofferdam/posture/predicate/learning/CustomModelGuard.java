package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.Set;

/// Models, agents and knowledge bases of Bedrock that were made by the customer are protected by
/// the customer's key, shared with nobody outside, and act with roles made for them.
final class CustomModelGuard implements Predicate {
  /// Policies of AWS that give a role far more than an agent or a knowledge base needs.
  private static final Set<String> BROAD =
      Set.of(
          "AdministratorAccess",
          "PowerUserAccess",
          "AmazonS3FullAccess",
          "AmazonBedrockFullAccess",
          "AmazonSageMakerFullAccess",
          "ReadOnlyAccess",
          "AmazonS3ReadOnlyAccess");

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "bedrock-custom-model" -> model(resource, scene, verdict);
      case "bedrock-agent" -> {
        if (!verdict.lacks(resource, "agent")) {
          KeyOwner.judge(
              resource,
              resource.fact("agent.customerEncryptionKeyArn").asText(""),
              "its instructions",
              scene,
              verdict);
          role(resource.fact("agent.agentResourceRoleArn").asText(""), scene, verdict);
        }
      }
      default -> {
        if (!verdict.lacks(resource, "base")) {
          role(resource.fact("base.roleArn").asText(""), scene, verdict);
        }
      }
    }
    return verdict.outcome();
  }

  private static void model(Resource model, Scene scene, Verdict verdict) {
    if (verdict.lacks(model, "model")) {
      return;
    }
    KeyOwner.judge(
        model, model.fact("model.modelKmsKeyArn").asText(""), "its weights", scene, verdict);
    Audiences.shares(model, scene, verdict);
    var jobArn = model.fact("model.jobArn").asText("");
    var job = scene.inventory().find("bedrock-customization-job", jobArn);
    if (job.isEmpty()) {
      verdict.open("bedrock:ListModelCustomizationJobs: how it was made, by job `" + jobArn + "`");
    } else if (!verdict.lacks(job.get(), "job")) {
      if (job.get().fact("job.vpcConfig.subnetIds").isEmpty()) {
        verdict.wrong(
            "its training data were read outside a network of the customer", "no vpcConfig");
      }
    }
  }

  /// What a role holds by name; whether organisation policies or denials take some of it back is
  /// the question of other controls.
  private static void role(String arn, Scene scene, Verdict verdict) {
    if (arn.isEmpty()) {
      return;
    }
    var role = scene.inventory().find("iam-role", arn);
    if (role.isEmpty()) {
      verdict.open("iam:GetAccountAuthorizationDetails: what role `" + arn + "` may do");
      return;
    }
    for (var policy : Facts.items(role.get().facts(), "AttachedManagedPolicies")) {
      var name = policy.path("PolicyName").asText("");
      if (BROAD.contains(name)
          && policy.path("PolicyArn").asText("").startsWith("arn:aws:iam::aws:policy/")) {
        verdict.wrong("its role may do far more than it needs", name + " is attached to " + arn);
      }
    }
    verdict.fine("its role holds no broad policy of AWS");
  }
}
