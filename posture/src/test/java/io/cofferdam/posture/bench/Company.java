package io.cofferdam.posture.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The accounts of a company, in one organisation with its guard rails: what is known of each as a
/// whole and of each of its regions, gathered piece by piece.
final class Company {
  static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");
  static final String ORGANISATION = "o-exampleorg1";
  private static final String MANAGEMENT = "999988887777";
  private static final long FIRST_ACCOUNT = 222_200_000_000L;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> accounts = new LinkedHashMap<>();
  private final Map<String, ObjectNode> regions = new LinkedHashMap<>();

  Company(int size) {
    for (int i = 0; i < size; i++) {
      var facts = NODES.objectNode();
      var identities = facts.putObject("identities");
      for (var list : List.of("RoleDetailList", "UserDetailList", "GroupDetailList", "Policies")) {
        identities.putArray(list);
      }
      identities.put("IsTruncated", false);
      facts.putObject("organisation").put("Id", ORGANISATION).put("MasterAccountId", MANAGEMENT);
      accounts.put(account(i), facts);
      for (var region : REGIONS) {
        regions.put(account(i) + "/" + region, NODES.objectNode());
      }
    }
  }

  static String account(int number) {
    return Long.toString(FIRST_ACCOUNT + number);
  }

  Collection<String> accounts() {
    return accounts.keySet();
  }

  /// Adds what is known of an account.
  void account(String account, ObjectNode facts) {
    facts.remove("organisation");
    merge(accounts.get(account), facts);
  }

  /// Adds what is known of one of its regions.
  void region(String account, String region, ObjectNode facts) {
    merge(regions.get(account + "/" + region), facts);
  }

  /// Adds a user, role or policy to the account's list of them.
  void identity(Resource each) {
    var list =
        switch (each.type()) {
          case "iam-role" -> "RoleDetailList";
          case "user" -> "UserDetailList";
          default -> "Policies";
        };
    ((ArrayNode) accounts.get(each.account()).path("identities").path(list)).add(each.facts());
  }

  private static void merge(ObjectNode into, ObjectNode more) {
    for (var each : more.properties()) {
      var known = into.get(each.getKey());
      if (known instanceof ObjectNode object && each.getValue() instanceof ObjectNode other) {
        merge(object, other);
      } else if (known instanceof ArrayNode array && each.getValue() instanceof ArrayNode other) {
        array.addAll(other);
      } else {
        into.set(each.getKey(), each.getValue());
      }
    }
  }

  List<Resource> resources() {
    var all = new ArrayList<Resource>();
    accounts.forEach(
        (account, facts) ->
            all.add(
                new Resource(
                    Inventory.ACCOUNT,
                    "arn:aws:iam::" + account + ":root",
                    account,
                    account,
                    "",
                    facts,
                    List.of())));
    regions.forEach(
        (place, facts) -> {
          var account = place.substring(0, place.indexOf('/'));
          var region = place.substring(place.indexOf('/') + 1);
          all.add(
              new Resource(
                  Inventory.REGION,
                  "arn:aws:account::" + account + ":region/" + region,
                  region,
                  account,
                  region,
                  facts,
                  List.of()));
        });
    all.addAll(organisation());
    return all;
  }

  private List<Resource> organisation() {
    var root = NODES.objectNode();
    root.put("Id", "r-ab12");
    var kinds = root.putArray("PolicyTypes");
    for (var kind : List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")) {
      kinds.addObject().put("Type", kind).put("Status", "ENABLED");
    }
    root.putObject("units").putArray("OrganizationalUnits");
    var members = root.putObject("accounts").putArray("Accounts");
    accounts.keySet().forEach(each -> members.addObject().put("Id", each).put("Name", each));
    return List.of(
        above("org-unit", "root/" + ORGANISATION + "/r-ab12", "Root", root),
        policy(
            "org-scp",
            "FullAWSAccess",
            "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}"),
        policy(
            "org-scp",
            "regions",
            "{\"Effect\":\"Deny\",\"NotAction\":[\"iam:*\",\"sts:*\",\"organizations:*\"],"
                + "\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":"
                + "{\"aws:RequestedRegion\":[\"eu-central-1\",\"eu-west-1\",\"us-east-1\"]}}}"),
        policy(
            "org-scp",
            "trails",
            "{\"Effect\":\"Deny\",\"Action\":[\"cloudtrail:StopLogging\",\"cloudtrail:DeleteTrail\"],"
                + "\"Resource\":\"*\"}"),
        policy(
            "org-rcp",
            "RCPFullAWSAccess",
            "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}"));
  }

  /// A policy on the root and, as AWS has it of what allows all, on every account.
  private Resource policy(String type, String name, String statement) {
    var facts = NODES.objectNode();
    facts.put("Id", "p-" + name);
    facts
        .putObject("policy")
        .put("Content", "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}");
    var targets = facts.putObject("targets").putArray("Targets");
    targets.addObject().put("TargetId", "r-ab12");
    accounts.keySet().forEach(each -> targets.addObject().put("TargetId", each));
    return above(type, "policy/" + ORGANISATION + "/" + type + "/p-" + name, name, facts);
  }

  private static Resource above(String type, String path, String name, JsonNode facts) {
    return new Resource(
        type,
        "arn:aws:organizations::" + MANAGEMENT + ":" + path,
        name,
        MANAGEMENT,
        "",
        (ObjectNode) facts,
        List.of());
  }
}
