package io.cofferdam.respond.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamBug;
import java.nio.charset.StandardCharsets;

/// JSON with its members in order, so that equal content has equal bytes.
final class CanonicalJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private CanonicalJson() {}

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree of JSON can be written", impossible);
    }
  }

  /// SHA-256 in hexadecimal.
  static String sha256(JsonNode node) {
    return Hash.sha256(text(node).getBytes(StandardCharsets.UTF_8)).hex();
  }
}
