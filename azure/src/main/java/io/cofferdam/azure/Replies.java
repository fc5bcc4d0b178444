package io.cofferdam.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.spi.CallResult;
import java.util.Set;

/// What a reply that is no success means. A reply is one of the service's own only where it
/// carries an error code, which proxies and pages do not.
///
/// Sources: REST reference, "Status and error codes" (blob storage); Azure Resource Manager,
/// "Common error codes".
final class Replies {
  private static final int SHOWN = 300;
  private static final Set<String> NOT_THERE =
      Set.of("ResourceNotFound", "ResourceGroupNotFound", "ContainerNotFound");
  private static final Set<String> BUSY =
      Set.of(
          "AnotherOperationInProgress",
          "StorageAccountOperationInProgress",
          "OperationNotAllowedWhileAnotherOperationInProgress",
          "TooManyRequests",
          "OperationTimedOut",
          "ServerBusy");

  private Replies() {}

  static CallResult refused(int status, String code, String message, String id) {
    var words = words(code, message);
    if (code.isEmpty()) {
      return new CallResult.Uncertain(
          "HTTP " + status, "the reply is not one of the service's own", id);
    }
    if (NOT_THERE.contains(code)) {
      return new CallResult.Absent(code, id);
    }
    if (BUSY.contains(code) || status == 408 || status == 429 || status >= 500 || status < 400) {
      return new CallResult.Uncertain(code, words, id);
    }
    return status == 401 || status == 403
        ? new CallResult.Denied(code, words, id)
        : new CallResult.Rejected(code, words, id);
  }

  static CallResult refused(int status, JsonNode body, String id) {
    var error = body.path("error");
    return refused(status, error.path("code").asText(""), error.path("message").asText(""), id);
  }

  /// The first line, short. What a service says of a signature that it did not take holds that
  /// signature, and is left out.
  private static String words(String code, String message) {
    if (code.contains("Authentication")) {
      return "the token or the signature was not accepted";
    }
    var line = message.lines().findFirst().orElse("").strip();
    return line.length() > SHOWN ? line.substring(0, SHOWN) : line;
  }
}
