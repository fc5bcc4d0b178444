package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;

/// Calls about a key of KMS. Its target names it by its id or its ARN, never by an alias: an alias
/// may point elsewhere tomorrow.
final class KeyCalls {
  private KeyCalls() {}

  static String arn(Target target) {
    var key = target.name("key");
    return key.startsWith("arn:") ? key : Calls.arn("kms", target, "key/" + key);
  }

  static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "kms",
        operation,
        target.region(),
        arn(target),
        parameters.put("KeyId", target.name("key")));
  }

  /// All pages of a list.
  static List<JsonNode> all(Target target, String operation, String member, Looking looking) {
    List<JsonNode> all = new ArrayList<>();
    var marker = "";
    do {
      var page =
          looking.body(
              call(
                  target, operation, marker.isEmpty() ? object() : object().put("Marker", marker)));
      page.path(member).forEach(all::add);
      marker = page.path("Truncated").asBoolean() ? page.path("NextMarker").asText("") : "";
    } while (!marker.isEmpty());
    return all;
  }
}
