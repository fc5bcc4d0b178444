package io.cofferdam.app.scan.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofferdam.app.scan.baseline.Gone.Former;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.control.FindingId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A former scan: the JSON that `scan --format json` wrote.
///
/// @param former every finding of it by id
/// @param takenAt when its configuration was read
public record Baseline(Map<String, Former> former, Instant takenAt) {
  private static final int MAX_DEPTH = 100;

  public Baseline {
    former = Map.copyOf(former);
  }

  /// Reads a former scan, one finding at a time. Ids are computed anew, so that a scan from before
  /// there were ids serves too.
  ///
  /// @throws CofferdamException CFD-APP-0120 where the file is no scan
  public static Baseline read(Path file) throws IOException {
    var json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build()
            .setCodec(new JsonMapper());
    var former = new LinkedHashMap<String, Former>();
    var takenAt = Optional.<Instant>empty();
    try (var parser = json.createParser(file.toFile())) {
      var outcomes = false;
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          switch (name) {
            case "outcomes" -> outcomes = outcomes(parser, former);
            case "scan" -> takenAt = takenAt(parser.readValueAsTree());
            default -> parser.skipChildren();
          }
        }
      }
      if (!outcomes || takenAt.isEmpty()) {
        throw refused(file);
      }
    } catch (com.fasterxml.jackson.core.JacksonException bad) {
      throw refused(file);
    }
    return new Baseline(former, takenAt.get());
  }

  private static boolean outcomes(JsonParser parser, Map<String, Former> former)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return false;
    }
    var whole = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        return false;
      }
      JsonNode node = parser.readValueAsTree();
      var each = former(node);
      former.put(each.id(), each);
      whole &= !each.control().isEmpty() && !each.resource().isEmpty();
    }
    return whole;
  }

  private static Former former(JsonNode node) {
    var control = node.path("control").asText();
    var resource = node.path("resource").asText();
    var account = node.path("account").asText();
    var region = node.path("region").asText();
    return new Former(
        FindingId.of(control, resource, account, region),
        control.intern(),
        resource,
        account.intern(),
        region.intern(),
        node.path("outcome").asText().intern(),
        node.path("severity").asText().intern());
  }

  private static Optional<Instant> takenAt(JsonNode scan) {
    try {
      return Optional.of(Instant.parse(scan.path("takenAt").asText()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static CofferdamException refused(Path file) {
    return new CofferdamException(
        "CFD-APP-0120",
        ErrorCategory.INVALID_INPUT,
        "baseline `" + file + "` is no scan [what `scan ... --format json` wrote, whole]",
        "make one with: ./cofferdam scan ... --format json --out baseline.json");
  }
}
