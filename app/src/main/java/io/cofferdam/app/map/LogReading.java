package io.cofferdam.app.map;

import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Workload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where calls of a workload are written down: captures, its log groups where they exist, and the
/// log of calls of Bedrock in its region.
final class LogReading {
  private LogReading() {}

  static List<String> of(Workload workload, Scene scene) {
    Set<String> logs = new LinkedHashSet<>(workload.linked(Relation.CAPTURES));
    workload.linked(Relation.LOGS).forEach(each -> logs.add("log group " + each));
    var resource = workload.resource();
    switch (resource.type()) {
      case "sagemaker-endpoint" ->
          group(resource, "/aws/sagemaker/Endpoints/" + resource.name(), scene, logs);
      case "lambda-function" -> group(resource, "/aws/lambda/" + resource.name(), scene, logs);
      default -> {}
    }
    if (resource.type().startsWith("bedrock-")) {
      invocations(resource, scene, logs);
    }
    return List.copyOf(logs);
  }

  private static void group(Resource of, String name, Scene scene, Set<String> logs) {
    var id = "arn:aws:logs:" + of.region() + ":" + of.account() + ":log-group:" + name;
    if (scene.inventory().find("log-group", id).isPresent()) {
      logs.add("log group " + name);
    }
  }

  private static void invocations(Resource of, Scene scene, Set<String> logs) {
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      if (region.account().equals(of.account()) && region.region().equals(of.region())) {
        var group = region.fact("invocation-logging.cloudWatchConfig.logGroupName").asText("");
        var bucket = region.fact("invocation-logging.s3Config.bucketName").asText("");
        if (!group.isEmpty()) {
          logs.add("log group " + group);
        }
        if (!bucket.isEmpty()) {
          logs.add("s3://" + bucket);
        }
      }
    }
  }
}
