package io.cofferdam.app.custody;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A folder as `fetch aws` leaves it, with invented logs.
final class MadeFetch {
  static final List<String> FILES = List.of("a.json.gz", "b.json.gz", "c.json.gz");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  MadeFetch(Path folder) throws IOException {
    this.folder = folder;
    var journal = new StringBuilder();
    for (var name : FILES) {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), "events of " + name + "\n");
      journal.append(line(name)).append('\n');
    }
    Files.writeString(folder.resolve("fetched.jsonl"), journal);
  }

  Path folder() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(path(name));
  }

  static String path(String name) {
    return "logs/111122223333/eu-central-1/2026-03-18/cloudtrail/shop-trail-logs/" + name;
  }

  String line(String name) throws IOException {
    var bytes = Files.readAllBytes(file(name));
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", "s3|shop-trail-logs|" + name + "|tag");
    line.put("path", path(name));
    line.put("bytes", bytes.length);
    line.put("sha256", sha256(bytes));
    line.put("kind", "cloudtrail");
    line.put("account", "111122223333");
    line.put("region", "eu-central-1");
    line.put("day", "2026-03-18");
    line.put("from", "shop-trail-logs/" + name);
    line.put("expires", "");
    line.put("at", "2026-03-20T08:00:0" + FILES.indexOf(name) + "Z");
    return JSON.writeValueAsString(line);
  }

  /// The fetch ended.
  ///
  /// @param problems JSON objects of what it could not read
  MadeFetch ended(String... problems) throws IOException {
    var journal = Files.readAllBytes(folder.resolve("fetched.jsonl"));
    var node = JsonNodeFactory.instance.objectNode();
    node.put("version", "1");
    node.put("since", "2026-03-17T00:00:00Z");
    node.put("until", "2026-03-19T00:00:00Z");
    node.put("account", "111122223333");
    node.putArray("regions").add("eu-central-1");
    var list = node.putArray("problems");
    for (var each : problems) {
      list.add(JSON.readTree(each));
    }
    node.put("journal", sha256(journal));
    node.put("journal-bytes", journal.length);
    Files.writeString(folder.resolve("fetch.json"), JSON.writeValueAsString(node));
    return this;
  }

  /// A file is changed as somebody would who also mends the journal and the manifest.
  void forge(String name, String text) throws IOException {
    var before = line(name);
    Files.writeString(file(name), text);
    var journal = folder.resolve("fetched.jsonl");
    Files.writeString(journal, Files.readString(journal).replace(before, line(name)));
    ended();
  }

  /// A copy of the folder elsewhere.
  MadeFetch copiedTo(Path other) throws IOException {
    var copy = new MadeFetch(other);
    for (var name : List.of("fetched.jsonl", "fetch.json")) {
      Files.write(other.resolve(name), Files.readAllBytes(folder.resolve(name)));
    }
    return copy;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
