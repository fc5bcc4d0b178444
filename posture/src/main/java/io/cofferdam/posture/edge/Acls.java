package io.cofferdam.posture.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Web ACLs, and what protects what.
public final class Acls {
  static final String REGIONAL = "web-acl";
  static final String GLOBAL = "web-acl-of-cloudfront";

  private Acls() {}

  /// The ACL of a balancer or an App Runner service.
  static List<Resource> of(Resource entry, Inventory inventory) {
    var member = entry.type().equals("load-balancer") ? "load-balancers" : "app-runner-services";
    return inventory.where(REGIONAL, member, entry.id());
  }

  /// The ACL of an ARN that a stage or distribution names.
  static Optional<Resource> named(String arn, Inventory inventory) {
    return inventory.find(REGIONAL, arn).or(() -> inventory.find(GLOBAL, arn));
  }

  /// Why a web ACL may be attached that is not known.
  public static List<String> unread(Resource entry, Inventory inventory) {
    var global = entry.type().equals("cloudfront-distribution");
    if (!global
        && !List.of("rest-api", "load-balancer", "apprunner-service").contains(entry.type())) {
      return List.of();
    }
    var unread = new ArrayList<String>(Fronts.gaps(entry, "stages"));
    inventory.gapsOf(global ? GLOBAL : REGIONAL).stream()
        .filter(gap -> gap.account().equals(entry.account()))
        .filter(gap -> global || gap.region().equals(entry.region()))
        .forEach(gap -> unread.add(gap.gap().words()));
    for (var acl : inventory.ofType(REGIONAL)) {
      if (acl.account().equals(entry.account()) && acl.region().equals(entry.region())) {
        switch (entry.type()) {
          case "load-balancer" -> unread.addAll(Fronts.gaps(acl, "load-balancers"));
          case "apprunner-service" -> unread.addAll(Fronts.gaps(acl, "app-runner-services"));
          default -> {
            // named by the entry itself
          }
        }
      }
    }
    return unread;
  }

  /// Rules that block by rate, by name.
  static List<String> rateRules(Resource acl) {
    var names = new ArrayList<String>();
    for (var rule : acl.fact("acl.Rules")) {
      if (!rule.path("Statement").path("RateBasedStatement").isMissingNode()
          && stops(rule.path("Action"))) {
        names.add(acl.name() + " rule " + rule.path("Name").asText(""));
      }
    }
    return names;
  }

  /// Rules that stop anything: own ones that block or challenge, groups that are not set to count.
  public static List<String> effective(Resource acl) {
    var names = new ArrayList<String>();
    for (var rule : acl.fact("acl.Rules")) {
      var group =
          !rule.path("Statement").path("ManagedRuleGroupStatement").isMissingNode()
              || !rule.path("Statement").path("RuleGroupReferenceStatement").isMissingNode();
      var counts = rule.path("OverrideAction").has("Count");
      if (group ? !counts : stops(rule.path("Action"))) {
        names.add(rule.path("Name").asText(""));
      }
    }
    return names;
  }

  private static boolean stops(JsonNode action) {
    return action.has("Block") || action.has("Challenge") || action.has("Captcha");
  }
}
