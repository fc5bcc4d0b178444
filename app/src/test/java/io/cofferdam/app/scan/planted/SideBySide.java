package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Holds what two scanners told of a planted account against the truth, in Markdown: `SideBySide
/// FOLDER CHECKS`. The folder has `truth.json`, `ours.json`, `theirs.ocsf.json`, the calls of each
/// in `ours.calls` and `theirs.calls`, and how long each took in `ours.seconds` and
/// `theirs.seconds`. For `bench/side-by-side.sh`.
final class SideBySide {
  private final PrintStream out;
  private final List<Plant> plants;
  private final JsonNode checks;
  private final Map<String, Set<String>> ours;
  private final Map<String, Set<String>> theirs;
  private final Path folder;

  private SideBySide(Path folder, Path checks, PrintStream out) throws IOException {
    this.folder = folder;
    this.out = out;
    this.checks = new YAMLMapper().readTree(Files.readAllBytes(checks));
    this.plants = Scanned.truth(folder.resolve("truth.json"));
    this.ours = Scanned.cofferdam(folder.resolve("ours.json"), "Violated");
    var asked = new TreeMap<String, Set<String>>();
    for (var each : this.checks.properties()) {
      if (each.getValue().has("checks")) {
        asked.put(each.getKey(), Scanned.texts(each.getValue().path("checks")));
      }
    }
    this.theirs = Scanned.prowler(folder.resolve("theirs.ocsf.json"), asked);
  }

  public static void main(String[] args) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var sides = new SideBySide(Path.of(args[0]), Path.of(args[1]), out);
    sides.scanners();
    sides.controls();
    sides.kinds();
    sides.calls();
  }

  /// All faults of the controls that both judge, and those that Prowler has no check for.
  private void scanners() throws IOException {
    var comparable = scores(ours).filter(each -> theirs.containsKey(each.control())).toList();
    var other =
        Score.of(plants, theirs).stream().filter(s -> theirs.containsKey(s.control())).toList();
    out.println(
        "| | faults of both | found | missed | false alarms | found of the others | seconds | calls"
            + " | of these repeated |");
    out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    var apart = scores(ours).filter(each -> !theirs.containsKey(each.control())).toList();
    line("Cofferdam", "ours", comparable, sum(apart, false) + " of " + sum(apart, true));
    line("Prowler", "theirs", other, "not judged (" + sum(apart, true) + ")");
    out.println();
  }

  private void line(String who, String files, List<Score> scores, String others)
      throws IOException {
    var calls = Calls.of(folder.resolve(files + ".calls"));
    out.printf(
        "| %s | %d | %d | %d | %d | %s | %s | %d | %d |%n",
        who,
        sum(scores, true),
        sum(scores, false),
        sum(scores, true) - sum(scores, false),
        scores.stream().mapToInt(each -> each.falseAlarms().size()).sum(),
        others,
        Files.readString(folder.resolve(files + ".seconds")).strip(),
        calls.all(),
        calls.again());
  }

  private static int sum(Collection<Score> scores, boolean faults) {
    return scores.stream().mapToInt(each -> faults ? each.faults() : each.found()).sum();
  }

  private Stream<Score> scores(Map<String, Set<String>> told) {
    return Score.of(plants, told).stream();
  }

  private void controls() {
    var other = new TreeMap<String, Score>();
    scores(theirs).forEach(each -> other.put(each.control(), each));
    out.println(
        "| control | faults | look-alikes | Cofferdam found | false | Prowler found | false | what"
            + " Prowler does not ask |");
    out.println("|---|---:|---:|---:|---:|---:|---:|---|");
    for (var score : scores(ours).toList()) {
      var of = checks.path(score.control());
      if (of.isMissingNode()) {
        throw new IllegalStateException(
            score.control() + " is planted and not in the file of checks");
      }
      var theirScore = other.get(score.control());
      var asked = of.has("checks") && theirScore != null;
      out.printf(
          "| `%s` | %d | %d | %d | %d | %s | %s | %s |%n",
          score.control(),
          score.faults(),
          score.lookAlikes(),
          score.found(),
          score.falseAlarms().size(),
          asked ? theirScore.found() : "no check",
          asked ? theirScore.falseAlarms().size() : "",
          of.path("short").asText(of.path("none").asText("")));
    }
    out.println();
  }

  /// What was planted, by kind: how often each told the fault, or alarm where there is none.
  private void kinds() {
    out.println("| planted | control | fault | how many | Cofferdam tells | Prowler tells |");
    out.println("|---|---|---|---:|---:|---:|");
    var kinds = new TreeMap<String, List<Plant>>();
    for (var plant : plants) {
      kinds.computeIfAbsent(plant.how(), _ -> new ArrayList<>()).add(plant);
    }
    kinds.forEach(
        (how, of) -> {
          for (var control : controls(of)) {
            for (var fault : List.of(true, false)) {
              var those =
                  of.stream()
                      .filter(each -> (fault ? each.faults() : each.quiet()).contains(control))
                      .toList();
              if (!those.isEmpty()) {
                out.printf(
                    "| %s | `%s` | %s | %d | %d | %s |%n",
                    how,
                    control,
                    fault ? "yes" : "no",
                    those.size(),
                    told(those, ours, control),
                    theirs.containsKey(control) ? told(those, theirs, control) : "no check");
              }
            }
          }
        });
    out.println();
  }

  private static Collection<String> controls(List<Plant> plants) {
    var controls = new TreeMap<String, Boolean>();
    plants.forEach(
        each ->
            Stream.concat(each.faults().stream(), each.quiet().stream())
                .forEach(c -> controls.put(c, true)));
    return controls.keySet();
  }

  private static long told(List<Plant> plants, Map<String, Set<String>> told, String control) {
    var by = told.getOrDefault(control, Set.of());
    return plants.stream().filter(each -> by.contains(each.resource())).count();
  }

  private void calls() throws IOException {
    var judged = Scanned.judged(folder.resolve("ours.json"));
    var seen = plants.stream().filter(each -> judged.contains(each.resource())).count();
    var own = Calls.of(folder.resolve("ours.calls"));
    out.printf(
        "Cofferdam judged %d of %d planted resources, with %.1f calls a planted resource; %d of its"
            + " calls asked what another had asked.%n",
        seen, plants.size(), own.all() / (double) plants.size(), own.again());
    for (var files : List.of("ours", "theirs")) {
      var repeated = Calls.of(folder.resolve(files + ".calls")).repeated();
      if (!repeated.isEmpty()) {
        out.println();
        out.println(
            "Repeated by " + (files.equals("ours") ? "Cofferdam" : "Prowler") + ", the most:");
        repeated.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(12)
            .forEach(each -> out.println("- " + each.getKey() + ": " + each.getValue()));
      }
    }
  }
}
