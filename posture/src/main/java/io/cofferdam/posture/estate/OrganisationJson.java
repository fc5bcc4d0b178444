package io.cofferdam.posture.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes an organisation in the shape of `estate.schema.json`.
///
/// Of one whose tree could not be read only the id is told, with a root that stands in for it: the
/// paths of its accounts are unknown then, and no policy of it is counted.
final class OrganisationJson {
  /// The id of a root that stands in for one that was not read.
  static final String UNREAD_ROOT = "unread";

  private final OrganisationFacts facts;
  private final List<Resource> scps;
  private final List<Resource> rcps;
  private final List<Resource> units;

  OrganisationJson(OrganisationFacts facts, Inventory inventory) {
    this.facts = facts;
    this.scps = OrganisationFacts.ofType(inventory, OrganisationFacts.SCP);
    this.rcps = OrganisationFacts.ofType(inventory, OrganisationFacts.RCP);
    this.units = OrganisationFacts.ofType(inventory, OrganisationFacts.UNIT);
  }

  ObjectNode write() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", facts.id());
    json.put("managementAccount", facts.management());
    var root = json.putObject("root");
    if (!facts.unread().isEmpty()) {
      root.put("id", UNREAD_ROOT);
      root.putNull("scps");
      root.putNull("rcps");
      return json;
    }
    var policies = json.putObject("policies");
    for (var policy : policies()) {
      var content = policy.fact("policy.Content");
      if (content.isTextual()) {
        policies.set(key(policy), content);
      }
    }
    var below = json.putArray("units");
    new TreeMap<>(facts.parents())
        .forEach(
            (id, parent) -> {
              var place = parent.isEmpty() ? root : below.addObject();
              place.put("id", id);
              if (!parent.isEmpty()) {
                place.put("name", facts.names().getOrDefault(id, id));
                place.put("parent", parent);
              }
              attach(place, id);
            });
    return json;
  }

  /// Adds the place of an account and the policies on it; nothing for one that is not of it.
  void place(ObjectNode account, String id) {
    if (!facts.unread().isEmpty()) {
      account.put("parent", UNREAD_ROOT);
      account.putNull("scps");
      account.putNull("rcps");
    } else if (facts.accounts().containsKey(id)) {
      account.put("parent", facts.accounts().get(id));
      attach(account, id);
    }
  }

  private void attach(ObjectNode place, String id) {
    attach(place, "scps", id, scps, enabled("SERVICE_CONTROL_POLICY"));
    attach(
        place,
        "rcps",
        id,
        rcps,
        facts.rcpsUnread().isEmpty() && enabled("RESOURCE_CONTROL_POLICY"));
  }

  private static void attach(
      ObjectNode place, String member, String id, List<Resource> policies, boolean counted) {
    if (!counted) {
      place.putNull(member);
      return;
    }
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    for (var policy : policies) {
      for (var target : policy.fact("targets.Targets")) {
        if (target.path("TargetId").asText().equals(id)) {
          names.add(key(policy));
        }
      }
    }
    // AWS keeps one service control policy on every place at least: where none is told of, the
    // list was not whole, and what is not known is left out
    if (!names.isEmpty() || !member.equals("scps")) {
      place.set(member, names);
    }
  }

  /// Whether policies of a kind are switched on; what the root does not tell counts as on.
  private boolean enabled(String kind) {
    for (var unit : units) {
      var types = unit.fact("PolicyTypes");
      if (unit.fact("Id").asText("").startsWith("r-") && types.isArray()) {
        for (var type : types) {
          if (type.path("Type").asText().equals(kind)) {
            return type.path("Status").asText().equals("ENABLED");
          }
        }
        return false;
      }
    }
    return true;
  }

  private List<Resource> policies() {
    List<Resource> all = new ArrayList<>(scps);
    all.addAll(rcps);
    return all;
  }

  private static String key(Resource policy) {
    return policy.name() + " (" + policy.fact("Id").asText("") + ")";
  }
}
