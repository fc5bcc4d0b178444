package io.cofferdam.posture.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.posture.control.Control.Remediation;
import io.cofferdam.posture.control.ControlCatalogue.Entry;
import io.cofferdam.posture.predicate.Predicates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads one control; what is wrong goes to the problems with its place.
final class ControlFile {
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
          "exposes",
          "implied-by",
          "source",
          "samples");

  private final String file;
  private final List<String> problems;

  ControlFile(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  Optional<Entry> read(String text) {
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
    for (var field : List.of("id", "title", "severity", "why", "source")) {
      if (root.path(field).asText("").isEmpty()) {
        problems.add(file + ": lacks `" + field + "`");
      }
    }
    var resources = texts(root.path("resource"));
    if (resources.isEmpty() || resources.contains("")) {
      problems.add(file + ": lacks `resource` [a type, or a list of types]");
    }
    if (root.has("met") == root.has("predicate")) {
      problems.add(file + ": exactly one of `met` and `predicate` is wanted");
    }
    var predicate = root.path("predicate").asText("");
    if (!predicate.isEmpty() && !Predicates.names().contains(predicate)) {
      problems.add(file + ": no predicate `" + predicate + "` " + Predicates.names());
    }
    var applies = condition(root, "applies");
    var met = condition(root, "met");
    var severity =
        Arrays.stream(Severity.values())
            .filter(each -> each.word().equals(root.path("severity").asText()))
            .findFirst();
    if (severity.isEmpty()) {
      problems.add(file + ": no severity `" + root.path("severity").asText() + "`");
    }
    var exposes =
        root.has("exposes")
            ? Exposes.of(root.path("exposes").asText())
            : Optional.of(Exposes.NOTHING);
    if (exposes.isEmpty()) {
      problems.add(
          file + ": exposes `" + root.path("exposes").asText() + "` [reading or changing]");
    }
    var requirements = requirements(root.path("requirements"));
    if (problems.size() > before) {
      return Optional.empty();
    }
    var needs = texts(root.path("needs"));
    var change = root.path("remediation");
    return Optional.of(
        new Entry(
            new Control(
                root.path("id").asText(),
                root.path("title").asText(),
                resources,
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
                exposes.orElseThrow(),
                texts(root.path("implied-by")),
                root.path("source").asText()),
            root.path("samples")));
  }

  /// A text or a list of texts.
  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private Optional<CelCondition> condition(JsonNode root, String field) {
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

  private List<Requirement> requirements(JsonNode list) {
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
}
