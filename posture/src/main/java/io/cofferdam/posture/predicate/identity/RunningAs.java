package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What runs as which role: functions, instances, services of containers, notebooks, models,
/// agents, pipelines.
final class RunningAs {
  private static final List<String> ROLES =
      List.of(
          "Role",
          "task.taskRoleArn",
          "notebook.RoleArn",
          "model.ExecutionRoleArn",
          "job.RoleArn",
          "agent.agentResourceRoleArn",
          "base.roleArn",
          "project.serviceRole",
          "serviceRole");

  private final Map<String, List<Resource>> byRole = new HashMap<>();

  private RunningAs(Scene scene) {
    Map<String, String> roleOfProfile = new HashMap<>();
    for (var role : scene.inventory().ofType("iam-role")) {
      role.fact("InstanceProfileList")
          .forEach(each -> roleOfProfile.put(each.path("Arn").asText(), role.id()));
    }
    for (var resource : scene.inventory().resources()) {
      if (resource.type().startsWith("iam-") || ended(resource)) {
        continue;
      }
      for (var path : ROLES) {
        add(resource.fact(path).asText(""), resource);
      }
      var profile = resource.fact("IamInstanceProfile.Arn").asText("");
      add(roleOfProfile.getOrDefault(profile, ""), resource);
    }
  }

  /// A machine that was ended is listed for a while and runs nothing any more.
  private static boolean ended(Resource resource) {
    return resource.type().equals("ec2-instance")
        && Set.of("terminated", "shutting-down").contains(resource.fact("State.Name").asText(""));
  }

  private void add(String role, Resource resource) {
    if (role.contains(":role/")) {
      byRole.computeIfAbsent(role, _ -> new ArrayList<>()).add(resource);
    }
  }

  static RunningAs of(Scene scene) {
    return scene.derived(RunningAs.class, RunningAs::new);
  }

  /// In the order of their ids.
  List<Resource> hosts(String role) {
    return byRole.getOrDefault(role, List.of());
  }
}
