package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamBug;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// What is fetched already, a line for each file, written once the file is whole. Thread-safe.
final class FetchJournal implements AutoCloseable {
  static final String NAME = "fetched.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path out;
  private final Map<String, JsonNode> known = new HashMap<>();
  private final BufferedWriter writer;

  FetchJournal(Path out) throws IOException {
    this.out = out;
    Files.createDirectories(out);
    var file = out.resolve(NAME);
    if (Files.exists(file)) {
      for (var line : Files.readString(file).split("\n", -1)) {
        read(line);
      }
      Files.writeString(file, "\n", StandardOpenOption.APPEND);
    }
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void read(String line) {
    try {
      var node = JSON.readTree(line);
      if (node != null && node.hasNonNull("id")) {
        known.put(node.path("id").asText(), node);
      }
    } catch (JsonProcessingException cutOff) {
      // a line that a kill cut off is a file to fetch again
    }
  }

  /// Whether a unit was fetched by an earlier run and its file is still whole in size.
  boolean has(LogUnit unit) {
    var line = known.get(unit.id());
    if (line == null) {
      return false;
    }
    var path = line.path("path").asText();
    try {
      return path.isEmpty() || Files.size(out.resolve(path)) == line.path("bytes").asLong(-1);
    } catch (IOException gone) {
      return false;
    }
  }

  /// A unit is done.
  ///
  /// @param path of its file, or empty where there was nothing to write
  synchronized void write(LogUnit unit, Optional<Path> path, long bytes, String sha256, Instant at)
      throws IOException {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", unit.id());
    line.put("path", path.map(each -> each.toString().replace('\\', '/')).orElse(""));
    line.put("bytes", bytes);
    line.put("sha256", sha256);
    line.put("kind", unit.source().kind());
    line.put("account", unit.source().account());
    line.put("region", unit.source().region());
    line.put("day", unit.day().toString());
    line.put("from", unit.source().at() + (unit.key().isEmpty() ? "" : "/" + unit.key()));
    line.put("expires", unit.expires().map(Object::toString).orElse(""));
    line.put("at", at.toString());
    writer.write(JSON.writeValueAsString(line));
    writer.write('\n');
    writer.flush();
  }

  /// The SHA-256 of the journal in a folder, in hexadecimal.
  static String sha256(Path out) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(out.resolve(NAME))));
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
