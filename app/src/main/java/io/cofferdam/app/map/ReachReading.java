package io.cofferdam.app.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.WorkloadKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may reach a workload: what its security groups let in, or the callers of the provider's API.
/// Whether a route leads there is not worked out here.
final class ReachReading {
  private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0");

  private ReachReading() {}

  static List<Reach> of(Workload workload, Map<String, Resource> groups) {
    return switch (workload.kind()) {
      case SELF_HOSTED -> selfHosted(workload, groups);
      case RETRIEVAL ->
          workload.resource().type().equals("opensearch-domain")
              ? selfHosted(workload, groups)
              : byPermission();
      case ENDPOINT, AGENT, MODEL, NOTEBOOK, REGISTRY, TRAINING -> byPermission();
    };
  }

  private static List<Reach> byPermission() {
    return List.of(
        new Reach(
            Reach.Kind.PERMISSION,
            "callers with permission",
            "callers of the API of AWS who have a permission for it"));
  }

  private static List<Reach> selfHosted(Workload workload, Map<String, Resource> groups) {
    Map<String, Reach> found = new LinkedHashMap<>();
    for (var id : workload.linked(Relation.SECURITY_GROUP)) {
      var group = groups.get(id);
      if (group != null) {
        for (var rule : Facts.items(group.facts(), "IpPermissions")) {
          read(rule, id, found);
        }
      }
    }
    if (!workload.linked(Relation.TARGET_GROUP).isEmpty()) {
      found.put(
          "balancer",
          new Reach(Reach.Kind.NETWORK, "a load balancer", "a load balancer in front of it"));
    }
    if (workload.resource().type().equals("lambda-function")
        && workload.kind() == WorkloadKind.SELF_HOSTED) {
      return byPermission();
    }
    if (found.isEmpty()) {
      return List.of(
          new Reach(Reach.Kind.NONE, "nobody that was found", "nobody that its rules let in"));
    }
    var reach = new ArrayList<>(found.values());
    reach.sort((a, b) -> a.kind().compareTo(b.kind()));
    return reach;
  }

  private static void read(JsonNode rule, String group, Map<String, Reach> found) {
    var ports = ports(rule);
    for (var range : Facts.items(rule, "IpRanges.CidrIp")) {
      add(range.asText(""), ports, group, found);
    }
    for (var range : Facts.items(rule, "Ipv6Ranges.CidrIpv6")) {
      add(range.asText(""), ports, group, found);
    }
    for (var other : Facts.items(rule, "UserIdGroupPairs.GroupId")) {
      var words = other.asText("") + ", " + ports;
      found.put(words, new Reach(Reach.Kind.NETWORK, words, "security group " + words));
    }
  }

  private static void add(String range, String ports, String group, Map<String, Reach> found) {
    if (EVERYBODY.contains(range)) {
      found.put(
          "internet " + ports,
          new Reach(
              Reach.Kind.INTERNET,
              "everybody, " + ports,
              "everybody on " + ports + ", as " + group + " lets in " + range));
    } else {
      found.put(
          range + ports,
          new Reach(Reach.Kind.NETWORK, range + ", " + ports, "network " + range + " on " + ports));
    }
  }

  private static String ports(JsonNode rule) {
    var from = rule.path("FromPort");
    var to = rule.path("ToPort");
    if (!from.isNumber() || rule.path("IpProtocol").asText("").equals("-1")) {
      return "all ports";
    }
    return from.asInt() == to.asInt(-1)
        ? "port " + from.asInt()
        : "ports " + from.asInt() + " to " + to.asInt();
  }
}
