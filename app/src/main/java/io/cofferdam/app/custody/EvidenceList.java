package io.cofferdam.app.custody;

import io.cofferdam.app.fetch.FetchedFolder;
import io.cofferdam.evidence.json.Json;
import io.cofferdam.evidence.json.JsonReader;
import io.cofferdam.evidence.merkle.CompactRange;
import io.cofferdam.evidence.merkle.TreeHasher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The files of a custody item by path (sorted by UTF-16 code unit), each a line of canonical JSON
/// with `path`, `bytes`, `sha256`, `from` and `at`; the journal and the manifest of the fetch are
/// among them, with `from` and `at` empty. The root is that of the Merkle tree (RFC 9162) whose
/// leaves are these lines.
public final class EvidenceList {
  private final TreeMap<String, Line> lines = new TreeMap<>();

  /// One file.
  public record Line(String path, long bytes, String sha256, String from, String at) {
    byte[] canonical() {
      return new Json.Members(
              Map.of(
                  "path", Json.of(path),
                  "bytes", Json.of(bytes),
                  "sha256", Json.of(sha256),
                  "from", Json.of(from),
                  "at", Json.of(at)))
          .canonicalBytes();
    }
  }

  private EvidenceList() {}

  /// Of a folder that was read and hashed.
  public static EvidenceList of(FetchedFolder folder) {
    var list = new EvidenceList();
    for (var each : folder.files()) {
      list.add(
          new Line(each.path(), each.bytes(), each.sha256(), each.from(), each.at().toString()));
    }
    list.add(
        new Line(FetchedFolder.JOURNAL, folder.journalBytes(), folder.journalSha256(), "", ""));
    folder
        .manifestSha256()
        .ifPresent(
            sha256 ->
                list.add(new Line(FetchedFolder.MANIFEST, folder.manifestBytes(), sha256, "", "")));
    return list;
  }

  private void add(Line line) {
    lines.put(line.path(), line);
  }

  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  public long bytes() {
    return lines.values().stream().mapToLong(Line::bytes).sum();
  }

  /// 64 hexadecimal digits.
  public String root() {
    var hasher = new TreeHasher();
    var range = new CompactRange(hasher);
    lines.values().forEach(each -> range.add(hasher.leaf(each.canonical())));
    return range.root().hex();
  }

  /// Keeps it, a line for each file.
  public void write(Path file) throws IOException {
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Files.createDirectories(folder);
    var part = Files.createTempFile(folder, ".", ".part");
    try (var out = Files.newOutputStream(part)) {
      for (var each : lines.values()) {
        out.write(each.canonical());
        out.write('\n');
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Reads one that was kept; empty where there is none with that root.
  public static Optional<EvidenceList> read(Path file, String root) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var list = new EvidenceList();
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        list.add(line(JsonReader.readMembers(line.getBytes(StandardCharsets.UTF_8))));
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.of(list).filter(each -> each.root().equals(root));
  }

  private static Line line(Json.Members json) throws IOException {
    var missing = new IOException("no line of a list of evidence");
    return new Line(
        json.text("path").orElseThrow(() -> missing),
        json.count("bytes").orElseThrow(() -> missing),
        json.text("sha256").orElseThrow(() -> missing),
        json.text("from").orElseThrow(() -> missing),
        json.text("at").orElseThrow(() -> missing));
  }

  /// The paths at which another list differs: missing there, changed, extra.
  public List<String> differences(EvidenceList other) {
    var words = new ArrayList<String>();
    for (var each : lines.values()) {
      var there = other.lines.get(each.path());
      if (there == null) {
        words.add("missing `" + each.path() + "`");
      } else if (!there.equals(each)) {
        words.add("changed `" + each.path() + "`");
      }
    }
    for (var path : other.lines.keySet()) {
      if (!lines.containsKey(path)) {
        words.add("extra `" + path + "`");
      }
    }
    return words;
  }
}
