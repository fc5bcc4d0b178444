package io.cofferdam.app.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.key.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A statement and the signature under it, as the ledger keeps them. The signature is Ed25519 over
/// the statement's UTF-8 bytes, so that any tool checks it.
///
/// @param statement JSON: who could read what, when that was read and signed, and the SHA-256 of
///     what was looked through
/// @param key the signer's public key in its line form
/// @param signature Base64
record SignOff(String statement, String key, String signature) {
  private static final JsonMapper JSON = new JsonMapper();

  static SignOff of(SignedReview review, SigningKey key) {
    var statement = statement(review);
    var signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
    return new SignOff(
        statement, key.verifier().line(), Base64.getEncoder().encodeToString(signature));
  }

  private static String statement(SignedReview review) {
    var node = JSON.createObjectNode();
    node.put("what", "access review");
    node.put("taken-at", review.takenAt().toString());
    node.put("signed-at", review.at().toString());
    node.put("document-sha256", review.sha256());
    node.put("remark", review.remark());
    var readers = node.putObject("readers");
    review
        .readers()
        .forEach(
            (id, who) -> {
              var array = readers.putArray(id);
              who.forEach(array::add);
            });
    return node.toString();
  }

  /// As the payload of a ledger entry.
  String payload() {
    return JSON.createObjectNode()
        .put("statement", statement)
        .put("key", key)
        .put("signature", signature)
        .toString();
  }

  /// Reads a payload.
  ///
  /// @throws IOException where it is none
  static SignOff parse(String payload) throws IOException {
    try {
      var node = JSON.readTree(payload);
      return new SignOff(text(node, "statement"), text(node, "key"), text(node, "signature"));
    } catch (JsonProcessingException e) {
      throw new IOException("it is not a sign-off", e);
    }
  }

  /// The signer's public key.
  ///
  /// @throws IOException where it is none
  VerifierKey verifier() throws IOException {
    return VerifierKey.ofLine(key).orElseThrow(() -> new IOException("its key is no public key"));
  }

  byte[] signatureBytes() {
    return Base64.getDecoder().decode(signature);
  }

  /// Whether the key signed the statement.
  boolean signedBy(VerifierKey by) {
    try {
      return by.verifies(statement.getBytes(StandardCharsets.UTF_8), signatureBytes());
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /// What was signed.
  ///
  /// @param by whose key it was
  /// @throws IOException where the statement is not one
  SignedReview review(String by) throws IOException {
    try {
      var node = JSON.readTree(statement);
      Map<String, List<String>> readers = new HashMap<>();
      for (var each : node.path("readers").properties()) {
        List<String> who = new ArrayList<>();
        each.getValue().forEach(arn -> who.add(arn.asText()));
        readers.put(each.getKey(), who);
      }
      return new SignedReview(
          Instant.parse(text(node, "taken-at")),
          Instant.parse(text(node, "signed-at")),
          by,
          text(node, "document-sha256"),
          text(node, "remark"),
          readers);
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new IOException("its statement does not read", e);
    }
  }

  private static String text(JsonNode node, String name) throws IOException {
    if (!node.path(name).isTextual()) {
      throw new IOException("it has no `" + name + "`");
    }
    return node.path(name).asText();
  }
}
