package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.respond.exposure.DatabaseChange.DoorRule;
import io.cofferdam.respond.exposure.DatabaseChange.Slot;
import io.cofferdam.respond.json.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads what a successful call did to the rules of a security group that let addresses in which
/// nobody named: ranges broader than /8, of IPv6 broader than /32.
final class GroupEvents {
  private static final BigInteger SLASH_EIGHT = BigInteger.ONE.shiftLeft(24);
  private static final BigInteger V6_SLASH_32 = BigInteger.ONE.shiftLeft(96);

  private GroupEvents() {}

  static List<DatabaseChange> read(ApiCall call) {
    var request = Json.parse(call.request());
    var group = group(call, request);
    var changes = new ArrayList<DatabaseChange>();
    switch (call.action()) {
      case "CreateSecurityGroup" -> {
        var made = Json.text(Json.parse(call.response()), "groupId");
        if (made.isEmpty()) {
          return changes;
        }
        add(changes, call, made, new Slot.AllRules(), "false", true, "made without rules");
      }
      case "DeleteSecurityGroup" ->
          add(changes, call, group, new Slot.AllRules(), "false", false, "deleted");
      case "AuthorizeSecurityGroupIngress" -> {
        for (var rule : rules(request)) {
          // What a prefix list holds, no log of its use tells.
          var value = rule.range().startsWith("pl-") ? "" : "true";
          add(changes, call, group, new Slot.Rule(rule), value, false, "opened to " + words(rule));
        }
      }
      case "RevokeSecurityGroupIngress" -> revoke(changes, call, group, request);
      default -> add(changes, call, group, new Slot.AllRules(), "", false, "rules changed");
    }
    return changes;
  }

  /// The group's id; `*` where the record names none, so that it may be any.
  private static String group(ApiCall call, JsonNode request) {
    var response = Json.parse(call.response());
    var rule = response.path("securityGroupRuleSet").path("items").path(0);
    for (var id :
        List.of(
            Json.text(request, "groupId"),
            Json.text(request.path("ModifySecurityGroupRulesRequest"), "GroupId"),
            Json.text(rule, "groupId"))) {
      if (!id.isEmpty()) {
        return id;
      }
    }
    return DatabaseChange.ANY_GROUP;
  }

  /// A rule may be taken away by an id that only the answer to its making told: then which of the
  /// rules are left is not known.
  private static void revoke(
      List<DatabaseChange> changes, ApiCall call, String group, JsonNode request) {
    var rules = rules(request);
    for (var rule : rules) {
      add(changes, call, group, new Slot.Rule(rule), "false", false, "closed to " + words(rule));
    }
    if (!Json.items(request.path("securityGroupRuleIds")).isEmpty()
        || request.path("securityGroupRuleIds").isTextual()) {
      add(changes, call, group, new Slot.AllRules(), "", false, "rules taken away by their ids");
    }
  }

  private static String words(DoorRule rule) {
    return rule.range()
        + (rule.allPorts() ? " on every port" : " on ports " + rule.from() + " to " + rule.to());
  }

  private static Set<DoorRule> rules(JsonNode request) {
    var rules = new LinkedHashSet<DoorRule>();
    var permissions = new ArrayList<>(Json.items(request.path("ipPermissions").path("items")));
    permissions.addAll(Json.items(request.path("ipPermissions")));
    permissions.add(request);
    for (var permission : permissions) {
      var ranges = new ArrayList<String>();
      ranges.add(Json.text(permission, "cidrIp"));
      for (var range : Json.items(permission.path("ipRanges").path("items"))) {
        ranges.add(Json.text(range, "cidrIp"));
      }
      for (var range : Json.items(permission.path("ipv6Ranges").path("items"))) {
        ranges.add(Json.text(range, "cidrIpv6"));
      }
      for (var list : Json.items(permission.path("prefixListIds").path("items"))) {
        ranges.add(Json.text(list, "prefixListId"));
      }
      for (var range : ranges) {
        if (wide(range) && tcp(permission)) {
          rules.add(
              new DoorRule(
                  permission.path("fromPort").asInt(-1) < 0
                      ? 0
                      : permission.path("fromPort").asInt(),
                  all(permission) ? 65_535 : permission.path("toPort").asInt(65_535),
                  range));
        }
      }
    }
    return rules;
  }

  private static boolean all(JsonNode permission) {
    return permission.path("ipProtocol").asText("-1").equals("-1")
        || permission.path("toPort").asInt(-1) < 0;
  }

  private static boolean tcp(JsonNode permission) {
    var protocol = permission.path("ipProtocol").asText("-1");
    return protocol.equals("-1") || protocol.equals("tcp") || protocol.equals("6");
  }

  private static boolean wide(String range) {
    return range.startsWith("pl-")
        || Addresses.parse(range)
            .map(
                a ->
                    a.last()
                            .subtract(a.first())
                            .compareTo(a.bits() == 32 ? SLASH_EIGHT : V6_SLASH_32)
                        >= 0)
            .orElse(false);
  }

  private static void add(
      List<DatabaseChange> changes,
      ApiCall call,
      String group,
      Slot slot,
      String value,
      boolean creates,
      String words) {
    boolean any = group.equals(DatabaseChange.ANY_GROUP);
    changes.add(
        new DatabaseChange(
            group,
            any ? new Slot.AllRules() : slot,
            call.account(),
            call.region(),
            new Change<>(
                call.time(),
                value.isEmpty() || any
                    ? Part.unknown("the record does not tell which rules are left")
                    : Part.known(value),
                creates && !any,
                "security group " + group + " " + words,
                call.caller().groupingName(),
                call.ref())));
  }
}
