package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads what was planted, and what scanners told of it, from their files.
final class Scanned {
  private static final JsonMapper JSON = new JsonMapper();

  private Scanned() {}

  /// What [PlantAndTell] wrote.
  static List<Plant> truth(Path file) throws IOException {
    var plants = new ArrayList<Plant>();
    for (var each : JSON.readTree(Files.readAllBytes(file))) {
      plants.add(
          new Plant(
              each.path("resource").asText(),
              each.path("how").asText(),
              texts(each.path("faults")),
              texts(each.path("quiet"))));
    }
    return plants;
  }

  static Set<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /// By control, the resources with an outcome (`Violated`, `Undetermined`) in our JSON.
  static Map<String, Set<String>> cofferdam(Path file, String outcome) throws IOException {
    var told = new HashMap<String, Set<String>>();
    for (var each : JSON.readTree(Files.readAllBytes(file)).path("outcomes")) {
      if (each.path("outcome").asText().equals(outcome)) {
        told.computeIfAbsent(each.path("control").asText(), _ -> new HashSet<>())
            .add(each.path("resource").asText());
      }
    }
    return told;
  }

  /// Every resource that has any outcome in our JSON.
  static Set<String> judged(Path file) throws IOException {
    var judged = new HashSet<String>();
    JSON.readTree(Files.readAllBytes(file))
        .path("outcomes")
        .forEach(each -> judged.add(each.path("resource").asText()));
    return judged;
  }

  /// By control, the resources on which one of its checks failed, from Prowler's OCSF.
  static Map<String, Set<String>> prowler(
      Path file, Map<String, ? extends Collection<String>> checks) throws IOException {
    var failed = new HashMap<String, Set<String>>();
    for (var each : JSON.readTree(Files.readAllBytes(file))) {
      if (each.path("status_code").asText().equals("FAIL")) {
        for (var resource : each.path("resources")) {
          failed
              .computeIfAbsent(each.at("/metadata/event_code").asText(), _ -> new HashSet<>())
              .add(resource.path("uid").asText());
        }
      }
    }
    var told = new HashMap<String, Set<String>>();
    checks.forEach(
        (control, own) -> {
          var all = new HashSet<String>();
          own.forEach(check -> all.addAll(failed.getOrDefault(check, Set.of())));
          told.put(control, all);
        });
    return told;
  }
}
