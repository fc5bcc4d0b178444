package io.cofferdam.respond.tamper;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Reads changes of a CloudTrail trail that thin out what it logs.
final class TrailChanges {
  static final String DATA = "CloudTrail data events";
  static final String MANAGEMENT = "CloudTrail management events";

  private TrailChanges() {}

  static List<TamperAct> read(ApiCall call, JsonNode request) {
    return switch (call.action()) {
      case "PutEventSelectors" -> selectors(call, request);
      case "UpdateTrail" -> update(call, request);
      // A new trail logs no data events, so that it does not is no tampering.
      case "CreateTrail" ->
          List.of(LogSwitches.of(call, Json.text(request, "name"), DATA, true, false));
      default -> List.of();
    };
  }

  private static List<TamperAct> update(ApiCall call, JsonNode request) {
    var name = Json.text(request, "name");
    var acts = new ArrayList<TamperAct>();
    flag(call, request, "isMultiRegionTrail", "CloudTrail of other regions", name, acts);
    flag(call, request, "includeGlobalServiceEvents", "CloudTrail of global services", name, acts);
    flag(call, request, "enableLogFileValidation", "CloudTrail digest files", name, acts);
    if (request.hasNonNull("s3BucketName")) {
      acts.add(LogSwitches.of(call, name, "CloudTrail (delivered to another bucket)", true, false));
    }
    return acts;
  }

  private static void flag(
      ApiCall call,
      JsonNode request,
      String field,
      String affects,
      String name,
      List<TamperAct> to) {
    var value = request.path(field);
    if (value.isBoolean()) {
      to.add(LogSwitches.of(call, name, affects, !value.asBoolean(), false));
    }
  }

  private static List<TamperAct> selectors(ApiCall call, JsonNode request) {
    var name = Json.text(request, "trailName");
    var chosen = EventSelectors.read(request);
    return List.of(
        LogSwitches.of(call, name, MANAGEMENT, !chosen.managementWrites(), false),
        LogSwitches.of(call, name, DATA, !chosen.someData(), false));
  }
}
