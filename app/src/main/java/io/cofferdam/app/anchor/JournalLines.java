package io.cofferdam.app.anchor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.snapshot.CallRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// On which line of a snapshot's journal each call stands, so that an answer can name it.
///
/// @param file the journal
/// @param sha256 of its bytes, hex
record JournalLines(Path file, String sha256, long bytes, Map<String, Long> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static JournalLines of(Path folder) {
    var file = folder.resolve("calls.jsonl");
    try {
      var bytes = Files.readAllBytes(file);
      var lines = new HashMap<String, Long>();
      long number = 0;
      for (var line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
        number++;
        note(line, number, lines);
      }
      return new JournalLines(file, hash(bytes), bytes.length, lines);
    } catch (IOException gone) {
      throw new CofferdamException(
          "CFD-APP-0093",
          ErrorCategory.UNAVAILABLE,
          "the journal `" + file + "` cannot be read [a file that may be read]",
          "check its rights, or take the snapshot again",
          gone);
    }
  }

  private static void note(String line, long number, Map<String, Long> lines) {
    try {
      var node = JSON.readTree(line);
      if (node != null && node.isObject()) {
        var parameters = new TreeMap<String, String>();
        node.path("parameters")
            .properties()
            .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        lines.put(
            node.path("account").asText()
                + node.path("region").asText()
                + node.path("service").asText()
                + node.path("operation").asText()
                + parameters
                + node.path("at").asText(),
            number);
      }
    } catch (JsonProcessingException unreadable) {
      // counted by the snapshot itself
    }
  }

  /// The line of a call, from 1; 0 where it stands nowhere.
  long of(CallRecord call) {
    var request = call.request();
    return lines.getOrDefault(
        request.account()
            + request.region()
            + request.service()
            + request.operation()
            + request.parameters()
            + call.at(),
        0L);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
