package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.respond.exposure.DatabaseChange.Slot;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Reads what a successful call did to the way to an RDS instance: its public address, its security
/// groups, its port.
///
/// A change of the public address is applied at once, whatever `ApplyImmediately` says, and a
/// change of the groups as soon as possible (Amazon RDS API, `ModifyDBInstance`).
final class DatabaseEvents {
  private DatabaseEvents() {}

  static List<DatabaseChange> read(ApiCall call) {
    return switch (call.service()) {
      case "rds.amazonaws.com" -> instance(call);
      case "ec2.amazonaws.com" -> GroupEvents.read(call);
      default -> List.of();
    };
  }

  private static List<DatabaseChange> instance(ApiCall call) {
    var request = Json.parse(call.request());
    var response = Json.parse(call.response());
    if (response.path("dBInstance").isObject()) {
      response = response.path("dBInstance");
    }
    var target = Json.any(request, "targetDBInstanceIdentifier", "dBInstanceIdentifier");
    var name = target.asText("").toLowerCase(Locale.ROOT);
    if (call.action().equals("ModifyDBInstance")
        && !Json.text(request, "newDBInstanceIdentifier").isEmpty()) {
      return renamed(
          call, name, Json.text(request, "newDBInstanceIdentifier").toLowerCase(Locale.ROOT));
    }
    if (name.isEmpty()) {
      return List.of();
    }
    var changes = new ArrayList<DatabaseChange>();
    var told = new Told(call, arn(call, name), changes);
    if (call.action().equals("DeleteDBInstance")) {
      told.all(Part.absent(), false, "database instance deleted");
      return changes;
    }
    boolean made = !call.action().equals("ModifyDBInstance");
    var words = made ? "database instance made" : "database instance changed";
    set(told, new Slot.Public(), address(request, response), made, words);
    set(told, new Slot.Groups(), groups(request, response), made, words);
    set(told, new Slot.Port(), port(request, response), made, words);
    return changes;
  }

  /// A new name is a new instance to whoever follows names.
  private static List<DatabaseChange> renamed(ApiCall call, String old, String next) {
    var changes = new ArrayList<DatabaseChange>();
    var why = "it was given another name, and what it had under the old one is not followed";
    for (var name : List.of(old, next)) {
      if (!name.isEmpty()) {
        new Told(call, arn(call, name), changes)
            .all(Part.unknown(why), false, "database instance renamed to " + next);
      }
    }
    return changes;
  }

  /// A request that leaves a setting out leaves it as it was; one that makes an instance leaves it
  /// to a default.
  private static void set(Told told, Slot slot, Part<String> value, boolean made, String words) {
    if (made || !(value instanceof Part.Absent<String>)) {
      told.one(
          slot,
          value instanceof Part.Absent<String>
              ? Part.unknown("the record of the making does not tell it")
              : value,
          made,
          words + words(slot, value));
    }
  }

  private static String words(Slot slot, Part<String> value) {
    var text = value.asOptional().orElse("");
    return switch (slot) {
      case Slot.Public _ ->
          switch (text) {
            case "true" -> ", with a public address";
            case "false" -> ", without a public address";
            default -> "";
          };
      case Slot.Groups _ -> text.isEmpty() ? "" : ", security groups " + text;
      case Slot.Port _ -> text.isEmpty() ? "" : ", port " + text;
      case Slot.Rule _, Slot.AllRules _ -> "";
    };
  }

  private static Part<String> address(JsonNode request, JsonNode response) {
    for (var node : List.of(request, response)) {
      if (node.path("publiclyAccessible").isBoolean()) {
        return Part.known(Boolean.toString(node.path("publiclyAccessible").asBoolean()));
      }
    }
    return Part.absent();
  }

  private static Part<String> groups(JsonNode request, JsonNode response) {
    var ids = new TreeSet<String>();
    Json.items(request.path("vpcSecurityGroupIds")).forEach(n -> ids.add(n.asText()));
    if (ids.isEmpty()) {
      for (var group : Json.items(response.path("vpcSecurityGroups"))) {
        ids.add(Json.text(group, "vpcSecurityGroupId"));
      }
    }
    ids.remove("");
    if (request.path("dBClusterIdentifier").isTextual()
        || response.path("dBClusterIdentifier").isTextual()) {
      return Part.unknown("the security groups of a cluster's instance are set on the cluster");
    }
    return ids.isEmpty() ? Part.absent() : Part.known(String.join(",", ids));
  }

  private static Part<String> port(JsonNode request, JsonNode response) {
    for (var node :
        List.of(
            Json.any(request, "port", "dBPortNumber"), response.path("endpoint").path("port"))) {
      if (node.asInt(0) > 0) {
        return Part.known(Integer.toString(node.asInt()));
      }
    }
    var port = response.path("port").asInt(0);
    return port > 0 ? Part.known(Integer.toString(port)) : Part.absent();
  }

  private static String arn(ApiCall call, String name) {
    return "arn:aws:rds:" + call.region() + ":" + call.account() + ":db:" + name;
  }

  /// Collects what one call told of one instance.
  private record Told(ApiCall call, String arn, List<DatabaseChange> changes) {
    void all(Part<String> value, boolean creates, String words) {
      for (var slot : List.of(new Slot.Public(), new Slot.Groups(), new Slot.Port())) {
        one(slot, value, creates, words);
      }
    }

    void one(Slot slot, Part<String> value, boolean creates, String words) {
      changes.add(
          new DatabaseChange(
              arn,
              slot,
              call.account(),
              call.region(),
              new Change<>(
                  call.time(), value, creates, words, call.caller().groupingName(), call.ref())));
    }
  }
}
