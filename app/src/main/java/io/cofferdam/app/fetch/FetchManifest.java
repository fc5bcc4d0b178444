package io.cofferdam.app.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What a fetch that went through all it found wrote down at its end: `fetch.json`.
///
/// @param journalBytes how long the journal was, and `journal` its SHA-256
/// @param account whose credentials it had
/// @param regions that it asked
/// @param since the first moment asked about; `until` the first after
/// @param gaps what it could not read, each source once
public record FetchManifest(
    long journalBytes,
    String journal,
    String account,
    List<String> regions,
    Instant since,
    Instant until,
    List<Gap> gaps) {
  private static final JsonMapper JSON = new JsonMapper();

  public FetchManifest {
    regions = List.copyOf(regions);
    gaps = List.copyOf(gaps);
  }

  /// A source that could not be read.
  ///
  /// @param outcome `denied`, `failed`, `unsupported`, `unreached`
  /// @param expires the first day on which some of it is gone, where that is known
  public record Gap(String what, String outcome, Optional<LocalDate> expires) {}

  /// Reads that of a folder; empty where the fetch did not end.
  ///
  /// @throws IOException where it is not as a fetch writes it
  static Optional<FetchManifest> read(Path folder) throws IOException {
    var file = folder.resolve(CopyFolder.MANIFEST);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(JSON.readTree(Files.readString(file))));
    } catch (JsonProcessingException | CharacterCodingException | DateTimeException bad) {
      throw new IOException("it is not as a fetch writes it", bad);
    }
  }

  private static FetchManifest of(JsonNode node) {
    var regions = new ArrayList<String>();
    node.path("regions").forEach(each -> regions.add(each.asText()));
    var gaps = new LinkedHashMap<String, Gap>();
    for (var each : node.path("problems")) {
      var expires = each.path("expires").asText("");
      var what = each.path("what").asText();
      gaps.putIfAbsent(
          what,
          new Gap(
              what,
              each.path("outcome").asText(),
              expires.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(expires))));
    }
    return new FetchManifest(
        node.path("journal-bytes").asLong(-1),
        node.path("journal").asText(),
        node.path("account").asText(),
        regions,
        Instant.parse(node.path("since").asText()),
        Instant.parse(node.path("until").asText()),
        List.copyOf(gaps.values()));
  }
}
