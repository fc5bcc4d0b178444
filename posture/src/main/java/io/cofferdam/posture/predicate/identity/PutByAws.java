package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;

/// What AWS puts into every region of an account by itself: the default network with its parts, its
/// own prefix lists, the default event bus, default parameter groups, inference profiles of Bedrock
/// (the default VPC: Amazon VPC user guide, "Default VPCs"). A region that holds nothing else is
/// not in use.
final class PutByAws {
  private PutByAws() {}

  static boolean is(Resource resource) {
    return switch (resource.type()) {
      case "vpc" -> resource.fact("IsDefault").asBoolean(false);
      case "subnet" -> resource.fact("DefaultForAz").asBoolean(false);
      case "network-acl" -> resource.fact("IsDefault").asBoolean(false);
      case "security-group" -> resource.fact("GroupName").asText("").equals("default");
      case "route-table" ->
          Facts.items(resource.facts(), "Associations.Main").stream()
              .anyMatch(each -> each.asBoolean(false));
      case "internet-gateway" -> true;
      case "prefix-list" -> resource.fact("OwnerId").asText("").equals("AWS");
      case "event-bus" -> resource.name().equals("default");
      case "rds-parameter-group", "rds-cluster-parameter-group" ->
          resource.name().startsWith("default.");
      case "bedrock-inference-profile" -> resource.fact("type").asText("").equals("SYSTEM_DEFINED");
      default -> false;
    };
  }
}
