package io.cofferdam.app.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs of `scan aws` against a stand-in, and what they found.
final class ScanRuns {
  private ScanRuns() {}

  static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

  static void credentials(String id, String secret) {
    System.setProperty(CREDENTIALS.getFirst(), id);
    System.setProperty(CREDENTIALS.getLast(), secret);
  }

  static void noCredentials() {
    CREDENTIALS.forEach(System::clearProperty);
  }

  static Ran scan(Path folder, URI endpoint, String... more) {
    var all =
        new ArrayList<>(List.of("--quiet", "scan", "aws", "--endpoint-url", endpoint.toString()));
    all.addAll(List.of("--region", SeededShop.REGION, "--format", "json"));
    all.addAll(List.of(more));
    return Ran.program(folder, all.toArray(String[]::new));
  }

  static JsonNode json(Ran ran) {
    try {
      return new ObjectMapper().readTree(ran.out());
    } catch (IOException bad) {
      throw new UncheckedIOException(ran.out() + ran.err(), bad);
    }
  }

  /// Outcome and reason by control and resource.
  static Map<String, String> outcomes(Ran ran) {
    var found = new TreeMap<String, String>();
    for (var each : json(ran).path("outcomes")) {
      found.put(
          each.path("control").asText()
              + " "
              + each.path("resource").asText()
              + " "
              + each.path("region").asText(),
          each.path("outcome").asText() + ": " + each.path("why").asText());
    }
    return found;
  }

  static List<String> notes(Ran ran) {
    var notes = new ArrayList<String>();
    json(ran).at("/scan/notes").forEach(each -> notes.add(each.asText()));
    return notes;
  }
}
