package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Absence;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Of a role that code runs as: one workload in one environment runs as it. Which of them really
/// used it, a trail tells; here it is who can.
final class SharedIdentity implements Predicate {
  private static final Set<String> ENVIRONMENT = Set.of("environment", "env", "stage");
  private static final Set<String> APPLICATION =
      Set.of("application", "app", "service", "project", "aws:cloudformation:stack-name");
  private static final Map<String, String> STAGES =
      Map.ofEntries(
          Map.entry("prod", "production"),
          Map.entry("prd", "production"),
          Map.entry("production", "production"),
          Map.entry("live", "production"),
          Map.entry("dev", "development"),
          Map.entry("development", "development"),
          Map.entry("test", "test"),
          Map.entry("staging", "staging"),
          Map.entry("stage", "staging"),
          Map.entry("stg", "staging"));

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    var hosts = RunningAs.of(scene).hosts(role.id());
    if (hosts.size() < 2) {
      return new Absence()
          .lists(
              scene,
              "lambda-function",
              "ec2-instance",
              "ecs-service",
              "sagemaker-notebook",
              "sagemaker-model",
              "bedrock-agent",
              "bedrock-knowledge-base")
          .outcome(
              hosts.isEmpty() ? "nothing was found that runs as it" : "one thing alone runs as it");
    }
    Set<String> stages = new TreeSet<>();
    Set<String> applications = new TreeSet<>();
    Set<String> unlabelled = new TreeSet<>();
    Set<String> families = new TreeSet<>();
    for (var host : hosts) {
      var stage = stage(host);
      var application = tagged(host, APPLICATION);
      if (!stage.isEmpty()) {
        stages.add(stage);
      }
      if (application.isEmpty()) {
        unlabelled.add(host.name());
      } else {
        applications.add(application);
      }
      families.add(host.type() + " " + host.name().split("[-_.]", 2)[0]);
    }
    var checks = new Checks();
    var seen = String.join(", ", hosts.stream().map(Resource::name).limit(8).toList());
    if (stages.size() > 1) {
      checks.fault("it is used in " + String.join(" and in ", stages), seen);
    }
    if (applications.size() > 1) {
      checks.fault("the workloads " + String.join(", ", applications) + " share it", seen);
    }
    if (!unlabelled.isEmpty() && families.size() > 1) {
      checks.open(
          "tags: application and environment of "
              + String.join(", ", unlabelled.stream().limit(8).toList())
              + ", which run as it");
    }
    return checks.holds(seen + " run as it and belong together").outcome();
  }

  private static String stage(Resource host) {
    var tag = tagged(host, ENVIRONMENT).toLowerCase(Locale.ROOT);
    if (!tag.isEmpty()) {
      return STAGES.getOrDefault(tag, tag);
    }
    for (var word : List.of(host.name().toLowerCase(Locale.ROOT).split("[-_./]", -1))) {
      if (STAGES.containsKey(word)) {
        return STAGES.getOrDefault(word, word);
      }
    }
    return "";
  }

  private static String tagged(Resource host, Set<String> keys) {
    for (var tag : Scene.tags(host).entrySet()) {
      if (keys.contains(tag.getKey().toLowerCase(Locale.ROOT))) {
        return tag.getValue();
      }
    }
    return "";
  }
}
