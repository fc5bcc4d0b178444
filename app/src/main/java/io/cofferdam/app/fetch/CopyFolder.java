package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The folder of the copies, held by one run at a time: `logs/`, the journal, and the manifest
/// `fetch.json`, which is there once all was gone through.
final class CopyFolder implements AutoCloseable {
  static final String MANIFEST = "fetch.json";
  private static final String LOCK = ".lock";
  private static final String PART = ".part";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path out;
  private final FileChannel lock;

  /// Takes a folder, made where it is not there, and removes what killed runs left half written.
  ///
  /// @throws CofferdamException CFD-APP-0140 where it holds something else, CFD-APP-0141 where
  ///     another run has it, CFD-APP-0142 where its journal was changed after a fetch had ended
  CopyFolder(Path out) throws IOException {
    this.out = out;
    Files.createDirectories(out);
    demandOurs();
    lock = locked();
    try {
      demandUnchanged();
      sweep();
    } catch (IOException | CofferdamException failed) {
      lock.close();
      throw failed;
    }
  }

  private void demandOurs() throws IOException {
    if (Files.exists(out.resolve(FetchJournal.NAME))) {
      return;
    }
    try (var inside = Files.list(out)) {
      if (inside.anyMatch(each -> !each.endsWith(LOCK))) {
        throw new CofferdamException(
            "CFD-APP-0140",
            ErrorCategory.INVALID_INPUT,
            "`" + out + "` holds something else [an empty folder, or one of an earlier fetch]",
            "name another folder with --out");
      }
    }
  }

  private FileChannel locked() throws IOException {
    var channel =
        FileChannel.open(out.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // told below
    }
    channel.close();
    throw new CofferdamException(
        "CFD-APP-0141",
        ErrorCategory.UNAVAILABLE,
        "`" + out + "` is being written by another fetch [one at a time]",
        "wait until it has ended, or name another folder with --out");
  }

  /// A run that went on after the manifest has only added lines.
  private void demandUnchanged() throws IOException {
    var file = out.resolve(MANIFEST);
    if (!Files.exists(file)) {
      return;
    }
    JsonNode manifest;
    try {
      manifest = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException bad) {
      throw changed();
    }
    var journal = out.resolve(FetchJournal.NAME);
    var bytes = manifest.path("journal-bytes");
    if (bytes.isMissingNode() && manifest.path("journal").isTextual()) {
      return; // of a version that did not tell how long the journal was
    }
    if (Files.size(journal) < bytes.asLong(Long.MAX_VALUE)
        || !FileHash.begin(journal, bytes.asLong()).equals(manifest.path("journal").asText())) {
      throw changed();
    }
  }

  private CofferdamException changed() {
    return new CofferdamException(
        "CFD-APP-0142",
        ErrorCategory.INVALID_INPUT,
        "`"
            + out.resolve(FetchJournal.NAME)
            + "` or the manifest beside it was changed after the fetch [as they were written]",
        "keep the folder as it is, and fetch into another with --out");
  }

  private void sweep() throws IOException {
    try (var files = Files.walk(out)) {
      for (var file : files.filter(CopyFolder::isPart).toList()) {
        Files.delete(file);
      }
    }
  }

  /// No copy has such a name: a dot at a name's beginning is written as `%2E`.
  private static boolean isPart(Path file) {
    var name = file.getFileName() + "";
    return name.startsWith(".") && name.endsWith(PART);
  }

  /// A file for what is not whole yet.
  static Path part(Path folder) throws IOException {
    return Files.createTempFile(Files.createDirectories(folder), ".", PART);
  }

  /// Writes the manifest, with the journal's length and hash.
  void finish(ObjectNode manifest) throws IOException {
    var journal = out.resolve(FetchJournal.NAME);
    manifest.put("journal", FileHash.sha256(journal));
    manifest.put("journal-bytes", Files.size(journal));
    var part = part(out);
    Files.writeString(
        part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    Files.move(part, out.resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    lock.close();
    Files.deleteIfExists(out.resolve(LOCK));
  }
}
