package io.cofferdam.posture.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// How a call ended, and what it told.
///
/// @param body the answer's members by their names on the wire; missing unless `ANSWERED`
/// @param errorCode the service's own code, or empty
/// @param message what went wrong, in words without secrets, or empty
/// @param requestId the service's id of the request, or empty
/// @param attempts how often it was tried
/// @param trouble whether another try may end otherwise
public record CallAnswer(
    CallOutcome outcome,
    JsonNode body,
    String errorCode,
    String message,
    String requestId,
    int attempts,
    Trouble trouble) {

  /// An end that another try would meet again.
  public CallAnswer(
      CallOutcome outcome,
      JsonNode body,
      String errorCode,
      String message,
      String requestId,
      int attempts) {
    this(outcome, body, errorCode, message, requestId, attempts, Trouble.NONE);
  }

  public static CallAnswer answered(JsonNode body, String requestId, int attempts) {
    return new CallAnswer(CallOutcome.ANSWERED, body, "", "", requestId, attempts);
  }

  public static CallAnswer without(
      CallOutcome outcome, String errorCode, String message, String requestId, int attempts) {
    return new CallAnswer(
        outcome, MissingNode.getInstance(), errorCode, message, requestId, attempts);
  }

  /// The same end under another name: an error that the plan knows to mean "there is none".
  public CallAnswer as(CallOutcome other) {
    return new CallAnswer(other, body, errorCode, message, requestId, attempts, trouble);
  }

  /// The same end of a call for which another try may be worth it.
  public CallAnswer with(Trouble other) {
    return new CallAnswer(outcome, body, errorCode, message, requestId, attempts, other);
  }

  /// The same end, with the attempts of all tries.
  public CallAnswer after(int all) {
    return new CallAnswer(outcome, body, errorCode, message, requestId, all, trouble);
  }

  /// The same end with other words.
  public CallAnswer saying(String words) {
    return new CallAnswer(outcome, body, errorCode, words, requestId, attempts, trouble);
  }
}
