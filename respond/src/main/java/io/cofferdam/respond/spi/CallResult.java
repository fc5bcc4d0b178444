package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;

/// How one call ended.
public sealed interface CallResult {
  /// The service's id of the request, or empty.
  String requestId();

  /// The service answered.
  ///
  /// @param body the answer's members by their names on the wire
  record Answered(JsonNode body, String requestId) implements CallResult {}

  /// The service answered that there is nothing of the kind.
  record Absent(String code, String requestId) implements CallResult {}

  /// The caller lacks a permission; nothing happened.
  record Denied(String code, String words, String requestId) implements CallResult {}

  /// The service refused the call as it stands; nothing happened, and the same call will end so
  /// again.
  record Rejected(String code, String words, String requestId) implements CallResult {}

  /// Throttled, cut off, or a fault of the service. A change may have happened or not: only reading
  /// the state again tells.
  record Uncertain(String code, String words, String requestId) implements CallResult {}
}
