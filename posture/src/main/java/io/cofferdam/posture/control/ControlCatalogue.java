package io.cofferdam.posture.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.control.Control.Remediation;
import io.cofferdam.posture.predicate.Predicates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All controls of a provider, with the samples that show what each means.
public record ControlCatalogue(List<Entry> entries) {
  private static final String ROOT = "catalog/controls/";
  private static final int MAX_BYTES = 1 << 20;
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "title",
          "resource",
          "needs",
          "applies",
          "met",
          "predicate",
          "severity",
          "why",
          "remediation",
          "requirements",
          "source",
          "samples");

  public ControlCatalogue {
    entries = List.copyOf(entries);
  }

  /// A control, and the facts of its samples by name: `met`, `violated`, `undetermined`.
  public record Entry(Control control, JsonNode samples) {}

  public List<Control> controls() {
    return entries.stream().map(Entry::control).toList();
  }

  /// The shipped controls: the files that `catalog/controls/PROVIDER/index.txt` lists.
  ///
  /// @throws CofferdamException CFD-POSTURE-0007 with every mistake in every file
  public static ControlCatalogue shipped(String provider) {
    var folder = ROOT + provider + "/";
    var problems = new ArrayList<String>();
    var entries = new ArrayList<Entry>();
    for (var name : read(folder + "index.txt").lines().map(String::strip).toList()) {
      if (!name.isEmpty() && !name.startsWith("#")) {
        entry(folder + name, read(folder + name), problems).ifPresent(entries::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new CofferdamException(
          "CFD-POSTURE-0007",
          ErrorCategory.INVALID_INPUT,
          "controls have mistakes: " + String.join("; ", problems),
          "mend the files named");
    }
    return new ControlCatalogue(entries);
  }

  private static Optional<Entry> entry(String file, String text, List<String> problems) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException bad) {
      problems.add(file + " is no YAML: line " + bad.getLocation().getLineNr());
      return Optional.empty();
    }
    var before = problems.size();
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                problems.add(file + ": unknown field `" + name + "`");
              }
            });
    for (var field : List.of("id", "title", "resource", "severity", "why", "source")) {
      if (root.path(field).asText("").isEmpty()) {
        problems.add(file + ": lacks `" + field + "`");
      }
    }
    if (root.has("met") == root.has("predicate")) {
      problems.add(file + ": exactly one of `met` and `predicate` is wanted");
    }
    var predicate = root.path("predicate").asText("");
    if (!predicate.isEmpty() && !Predicates.names().contains(predicate)) {
      problems.add(file + ": no predicate `" + predicate + "` " + Predicates.names());
    }
    var applies = condition(root, "applies", file, problems);
    var met = condition(root, "met", file, problems);
    var severity =
        Arrays.stream(Severity.values())
            .filter(each -> each.word().equals(root.path("severity").asText()))
            .findFirst();
    if (severity.isEmpty()) {
      problems.add(file + ": no severity `" + root.path("severity").asText() + "`");
    }
    var requirements = requirements(root.path("requirements"), file, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    var needs = new ArrayList<String>();
    root.path("needs").forEach(each -> needs.add(each.asText()));
    var change = root.path("remediation");
    return Optional.of(
        new Entry(
            new Control(
                root.path("id").asText(),
                root.path("title").asText(),
                root.path("resource").asText(),
                needs,
                applies,
                met,
                predicate,
                severity.orElseThrow(),
                root.path("why").asText(),
                new Remediation(
                    change.path("cli").asText(""),
                    change.path("terraform").asText(""),
                    change.path("cloudformation").asText("")),
                requirements,
                root.path("source").asText()),
            root.path("samples")));
  }

  private static Optional<CelCondition> condition(
      JsonNode root, String field, String file, List<String> problems) {
    if (!root.has(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(CelCondition.of(root.path(field).asText()));
    } catch (IllegalArgumentException bad) {
      problems.add(file + ": `" + field + "`: " + bad.getMessage());
      return Optional.empty();
    }
  }

  private static List<Requirement> requirements(JsonNode list, String file, List<String> problems) {
    var requirements = new ArrayList<Requirement>();
    for (var each : list) {
      var coverage =
          Arrays.stream(Requirement.Coverage.values())
              .filter(c -> c.word().equals(each.path("coverage").asText().toLowerCase(Locale.ROOT)))
              .findFirst();
      if (coverage.isEmpty() || each.path("reason").asText("").isEmpty()) {
        problems.add(file + ": a requirement lacks its coverage or its reason");
        continue;
      }
      requirements.add(
          new Requirement(
              each.path("framework").asText(),
              each.path("clause").asText(),
              coverage.get(),
              each.path("reason").asText(),
              each.path("reviewed").asBoolean(false)));
    }
    return requirements;
  }

  private static String read(String name) {
    try (var in = ControlCatalogue.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw unreadable(name);
      }
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw unreadable(name);
    }
  }

  private static CofferdamException unreadable(String name) {
    return new CofferdamException(
        "CFD-POSTURE-0001",
        ErrorCategory.INVALID_INPUT,
        "`" + name + "` cannot be read [UTF-8 YAML of at most 1 MiB]",
        "check that the index lists it by its relative path");
  }
}
