package io.cofferdam.posture.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The journal's lines as JSON, and the form in which answers are stored: members in order, so that
/// equal answers are equal bytes.
final class Journal {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /// All in ASCII, so that no line that a full disk cuts off ends within a letter.
  private static final ObjectMapper LINES =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Journal() {}

  static byte[] canonical(JsonNode body) throws JsonProcessingException {
    // A tree keeps the order of its members; a map read from it is written in the order of names.
    return JSON.writeValueAsBytes(JSON.treeToValue(body, Object.class));
  }

  static String line(CallRecord call) throws JsonProcessingException {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("account", call.request().account());
    node.put("region", call.request().region());
    node.put("service", call.request().service());
    node.put("operation", call.request().operation());
    var parameters = node.putObject("parameters");
    call.request().parameters().forEach(parameters::put);
    node.put("permission", call.permission());
    node.put("outcome", call.outcome().name().toLowerCase(Locale.ROOT));
    node.put("errorCode", call.errorCode());
    node.put("message", call.message());
    node.put("requestId", call.requestId());
    node.put("attempts", call.attempts());
    node.put("at", call.at().toString());
    node.put("object", call.object());
    return LINES.writeValueAsString(node);
  }

  /// A line's call, or empty where it is none.
  static Optional<CallRecord> read(String line) {
    try {
      var node = JSON.readTree(line);
      if (node == null || !node.isObject() || !node.has("operation")) {
        return Optional.empty();
      }
      var parameters = new TreeMap<String, String>();
      node.path("parameters")
          .properties()
          .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
      return Optional.of(
          new CallRecord(
              new CallRequest(
                  node.path("account").asText(),
                  node.path("region").asText(),
                  node.path("service").asText(),
                  node.path("operation").asText(),
                  parameters),
              node.path("permission").asText(),
              CallOutcome.valueOf(node.path("outcome").asText().toUpperCase(Locale.ROOT)),
              node.path("errorCode").asText(),
              node.path("message").asText(),
              node.path("requestId").asText(),
              node.path("attempts").asInt(),
              Instant.parse(node.path("at").asText()),
              node.path("object").asText()));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException bad) {
      return Optional.empty();
    }
  }
}
