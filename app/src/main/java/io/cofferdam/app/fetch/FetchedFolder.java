package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A folder that `fetch aws` wrote, read again: every file was hashed, and none is missing, changed
/// or beside those that the journal names.
///
/// @param files sorted by path
/// @param journalSha256 of `fetched.jsonl`; `journalBytes` its size
/// @param manifestSha256 of `fetch.json`, with its size; empty where there is none
/// @param manifest what the fetch told at its end; empty where it did not end, or went on since
public record FetchedFolder(
    Path folder,
    List<FetchedFile> files,
    String journalSha256,
    long journalBytes,
    Optional<String> manifestSha256,
    long manifestBytes,
    Optional<FetchManifest> manifest) {
  private static final JsonMapper JSON = new JsonMapper();

  public FetchedFolder {
    files = List.copyOf(files);
  }

  /// The name of the journal; `MANIFEST` that of the manifest.
  public static final String JOURNAL = FetchJournal.NAME;

  public static final String MANIFEST = CopyFolder.MANIFEST;

  /// Reads and hashes all of a folder.
  ///
  /// @throws CofferdamException CFD-APP-0240 where it is no fetched folder, CFD-APP-0241 where its
  ///     journal or manifest was changed, CFD-APP-0242 where files are missing, changed or extra
  public static FetchedFolder read(Path given) throws IOException {
    var folder = Files.isDirectory(given) ? given.toRealPath() : given;
    var journal = folder.resolve(FetchJournal.NAME);
    if (!Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
      throw new CofferdamException(
          "CFD-APP-0240",
          ErrorCategory.INVALID_INPUT,
          "`" + folder + "` is no fetched folder [one with " + FetchJournal.NAME + "]",
          "`fetch aws --out DIR` makes one; give that DIR");
    }
    var manifest = manifest(folder);
    var hash = FileHash.sha256(journal);
    var size = Files.size(journal);
    if (manifest.isPresent()) {
      demandCovered(folder, journal, manifest.get());
    }
    var files = lines(journal);
    FolderFaults.of(folder, files).demandNone(folder);
    return new FetchedFolder(
        folder,
        List.copyOf(files.values()),
        hash,
        size,
        manifest.isPresent()
            ? Optional.of(FileHash.sha256(folder.resolve(MANIFEST)))
            : Optional.empty(),
        manifest.isPresent() ? Files.size(folder.resolve(MANIFEST)) : 0,
        manifest.filter(each -> each.journalBytes() == size));
  }

  private static Optional<FetchManifest> manifest(Path folder) throws IOException {
    try {
      return FetchManifest.read(folder);
    } catch (IOException bad) {
      throw changed(folder, bad);
    }
  }

  private static void demandCovered(Path folder, Path journal, FetchManifest manifest)
      throws IOException {
    if (manifest.journalBytes() < 0
        || Files.size(journal) < manifest.journalBytes()
        || !FileHash.begin(journal, manifest.journalBytes()).equals(manifest.journal())) {
      throw changed(folder, new IOException("the hash of the journal is another"));
    }
  }

  private static CofferdamException changed(Path folder, IOException why) {
    return new CofferdamException(
        "CFD-APP-0241",
        ErrorCategory.INVALID_INPUT,
        "the journal or the manifest of `"
            + folder
            + "` is not as the fetch wrote it [unchanged "
            + JOURNAL
            + " and "
            + MANIFEST
            + "]",
        "keep the folder as it is, and look for another copy; or fetch anew into another folder",
        why);
  }

  /// By path; of two lines with one path the later counts.
  private static Map<String, FetchedFile> lines(Path journal) throws IOException {
    var files = new TreeMap<String, FetchedFile>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(journal), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        file(line).ifPresent(each -> files.put(each.path(), each));
      }
    }
    return files;
  }

  /// Empty for a line without a file, and for one that a kill cut off: a file that only such a line
  /// names is told as one too many.
  private static Optional<FetchedFile> file(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || node.path("path").asText().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new FetchedFile(
              node.path("path").asText(),
              node.path("bytes").asLong(-1),
              node.path("sha256").asText(),
              node.path("from").asText(),
              Instant.parse(node.path("at").asText()),
              node.path("kind").asText(),
              node.path("account").asText(),
              node.path("region").asText(),
              LocalDate.parse(node.path("day").asText())));
    } catch (JsonProcessingException | DateTimeException cutOff) {
      return Optional.empty();
    }
  }
}
