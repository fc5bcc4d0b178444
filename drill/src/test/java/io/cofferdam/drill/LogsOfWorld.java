package io.cofferdam.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads a drill's files back the plain way: Jackson and split, nothing of the generator.
final class LogsOfWorld {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, byte[]> files;

  LogsOfWorld(Map<String, byte[]> files) {
    this.files = files;
  }

  static byte[] plain(byte[] gzipped) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<JsonNode> trailEvents() {
    var events = new ArrayList<JsonNode>();
    files.forEach(
        (path, bytes) -> {
          if (path.contains("/CloudTrail/")) {
            json(plain(bytes)).path("Records").forEach(events::add);
          }
        });
    return events;
  }

  List<JsonNode> digests() {
    return files.entrySet().stream()
        .filter(e -> e.getKey().contains("/CloudTrail-Digest/"))
        .map(e -> json(plain(e.getValue())))
        .toList();
  }

  List<String> lines(String pathPart) {
    var lines = new ArrayList<String>();
    files.forEach(
        (path, bytes) -> {
          if (path.contains(pathPart)) {
            var text = path.endsWith(".gz") ? plain(bytes) : bytes;
            lines.addAll(new String(text, StandardCharsets.UTF_8).lines().toList());
          }
        });
    return lines;
  }
}
