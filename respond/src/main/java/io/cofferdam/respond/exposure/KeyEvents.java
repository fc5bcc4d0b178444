package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import io.cofferdam.respond.json.Json;

/// What calls do to a KMS key: its policy, its grants, whether it is disabled.
final class KeyEvents {
  private KeyEvents() {}

  static void read(PolicyEvents.Told told, JsonNode request) {
    switch (told.call().action()) {
      case "CreateKey" -> told.creation(firstPolicy(told, request), "key made");
      case "PutKeyPolicy" ->
          told.set(new Slot.Policy(), PolicyEvents.text(request.path("policy")), "key policy set");
      case "CreateGrant" -> grant(told, request);
      case "RevokeGrant", "RetireGrant" -> {
        var id = Json.text(request, "grantId");
        if (!id.isEmpty()) {
          told.set(new Slot.Item(id), Part.known(""), "key grant ended");
        }
      }
      case "DisableKey", "ScheduleKeyDeletion" ->
          told.set(new Slot.Disabled(), Part.known("disabled"), "key disabled");
      case "EnableKey" -> told.set(new Slot.Disabled(), Part.known(""), "key enabled");
      default -> {}
    }
  }

  /// A key made without a policy gets the default one, which leaves all to the account's own
  /// policies (AWS KMS Developer Guide, "Default key policy").
  private static Part<String> firstPolicy(PolicyEvents.Told told, JsonNode request) {
    return request.has("policy")
        ? PolicyEvents.text(request.path("policy"))
        : Part.known(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"AWS\":\""
                + told.call().account()
                + "\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}");
  }

  private static void grant(PolicyEvents.Told told, JsonNode request) {
    var id = Json.text(Json.parse(told.call().response()), "grantId");
    var slot = new Slot.Item(id.isEmpty() ? "of event " + told.call().ref().id() : id);
    told.set(
        slot,
        Part.known(request.toString()),
        "key use granted to " + Json.text(request, "granteePrincipal"));
  }
}
