package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A case with people who have keys, handled by the program's own commands.
final class StaffedCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path folder;
  Clock clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
  String id = "";

  StaffedCase(Path folder) {
    this.folder = folder;
  }

  Ran ran(String... words) {
    return Ran.program(clock, folder, words);
  }

  JsonNode json(String... words) throws IOException {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    var ran = ran(all.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    return JSON.readTree(ran.out());
  }

  /// Opens the case as `mara`, its lead, and enrols the others as engineers.
  void staff(String... others) throws IOException {
    id = json("case", "open", "something is open", "--by", "mara").path("id").asText();
    Map<String, String> people = new LinkedHashMap<>();
    people.put("mara", "incident-lead");
    for (var other : others) {
      people.put(other, "cloud-engineer");
    }
    for (var person : people.entrySet()) {
      ran("case", "key", key(person.getKey()));
      ran(
          "case",
          "enrol",
          id,
          person.getKey(),
          "--role",
          person.getValue(),
          "--public-key",
          key(person.getKey()) + ".vkey",
          "--by",
          "mara");
    }
  }

  private String key(String person) {
    return folder.resolve(person + ".pem").toString();
  }

  Ran ask(String act) {
    return ran("contain", "ask", id, act, "--sign-with", key("mara"), "--by", "mara");
  }

  Ran approve(String request, String person) {
    return ran("case", "approve", id, request, "--sign-with", key(person), "--by", person);
  }
}
