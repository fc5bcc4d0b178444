package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is fetched already, a line for each file, written once the file is whole. Of two lines with
/// one path the later counts. Thread-safe.
final class FetchJournal implements AutoCloseable {
  static final String NAME = "fetched.jsonl";

  /// All in ASCII, so that no line that a full disk cuts off ends within a letter.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Path out;
  private final Map<String, Copy> known = new HashMap<>();
  private final CopyPlaces places = new CopyPlaces();
  private final BufferedWriter writer;

  /// @param path below the folder, or empty where there was nothing to write
  private record Copy(String path, long bytes, String sha256) {}

  /// @param out a folder that is this run's alone
  FetchJournal(Path out) throws IOException {
    this.out = out;
    var file = out.resolve(NAME);
    if (Files.exists(file)) {
      read(file);
      Files.writeString(file, "\n", StandardOpenOption.APPEND);
    }
    writer =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void read(Path file) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line);
      }
    }
  }

  private void read(String line) {
    try {
      var node = JSON.readTree(line);
      if (node != null && node.hasNonNull("id")) {
        var path = node.path("path").asText();
        places.taken(path, node.path("owner").asText(node.path("id").asText()));
        known.put(
            node.path("id").asText(),
            new Copy(path, node.path("bytes").asLong(-1), node.path("sha256").asText()));
      }
    } catch (JsonProcessingException | InvalidPathException cutOff) {
      // a line that a kill cut off, or that somebody spoiled, is a file to fetch again
    }
  }

  /// Whether a unit was fetched by an earlier run and its file is still the same, byte for byte.
  boolean has(LogUnit unit) throws IOException {
    var copy = known.get(unit.id());
    if (copy == null) {
      return false;
    }
    if (copy.path().isEmpty()) {
      return true;
    }
    var file = out.resolve(copy.path()).normalize();
    return file.startsWith(out.normalize())
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == copy.bytes()
        && FileHash.sha256(file).equals(copy.sha256());
  }

  /// Where a unit's copy lies: at the path wanted, or beside where that is another's.
  Path place(LogUnit unit, Path wanted) {
    return places.place(unit, wanted);
  }

  /// A unit is done.
  ///
  /// @param path of its file, or empty where there was nothing to write
  synchronized void write(LogUnit unit, Optional<Path> path, long bytes, String sha256, Instant at)
      throws IOException {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", unit.id());
    if (!unit.owner().equals(unit.id())) {
      line.put("owner", unit.owner());
    }
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

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
