package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import io.cofferdam.respond.json.Json;
import java.util.List;

/// Whom a change of a policy, grant or function names outside the resource's own account. It does
/// not decide whether they get in.
final class PolicyNames {
  private PolicyNames() {}

  static List<Audience> outsiders(PolicyChange change) {
    var text = change.change().value().asOptional().orElse("");
    if (text.isEmpty()) {
      return List.of();
    }
    return switch (change.slot()) {
      case Slot.Whole(), Slot.Policy() ->
          NamedOutsiders.ofPolicy(Json.parse(text), change.account());
      case Slot.Item(_) -> item(text, change.account());
      case Slot.FunctionUrl() -> text.equals("NONE") ? List.of(new Audience.Anyone()) : List.of();
      case Slot.Disabled(), Slot.Bucket(), Slot.BucketPolicy() -> List.of();
    };
  }

  private static List<Audience> item(String text, String own) {
    var json = Json.parse(text);
    return json.has("granteePrincipal")
        ? NamedOutsiders.of(Json.text(json, "granteePrincipal"), own)
        : NamedOutsiders.ofPolicy(Json.parse("{\"Statement\":[" + text + "]}"), own);
  }
}
