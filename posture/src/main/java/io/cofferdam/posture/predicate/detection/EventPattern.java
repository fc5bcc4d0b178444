package io.cofferdam.posture.predicate.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.model.Ternary;

/// The pattern of a rule of EventBridge, as far as it decides from which source events are taken
/// (`https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html`).
record EventPattern(JsonNode pattern) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A pattern that cannot be read takes nothing that is known.
  static EventPattern of(String text) {
    try {
      return new EventPattern(JSON.readTree(text));
    } catch (JsonProcessingException bad) {
      return new EventPattern(JSON.missingNode());
    }
  }

  /// Whether events of a source are taken, at least some of them; UNKNOWN for operators that are
  /// not known here.
  Ternary takes(String source) {
    if (!pattern.isObject()) {
      return Ternary.UNKNOWN;
    }
    var sources = pattern.path("source");
    if (sources.isMissingNode()) {
      return pattern.has("detail-type") || pattern.has("resources")
          ? Ternary.UNKNOWN
          : Ternary.TRUE;
    }
    var answer = Ternary.FALSE;
    for (var each : sources) {
      var one = one(each, source);
      if (one == Ternary.TRUE) {
        return one;
      }
      answer = one == Ternary.UNKNOWN ? one : answer;
    }
    return answer;
  }

  private static Ternary one(JsonNode matcher, String source) {
    if (matcher.isTextual()) {
      return matcher.asText().equals(source) ? Ternary.TRUE : Ternary.FALSE;
    }
    var prefix = matcher.path("prefix");
    if (prefix.isTextual()) {
      return source.startsWith(prefix.asText()) ? Ternary.TRUE : Ternary.FALSE;
    }
    return Ternary.UNKNOWN;
  }
}
