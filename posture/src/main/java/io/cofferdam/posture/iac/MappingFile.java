package io.cofferdam.posture.iac;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the mappings of one file; what is wrong goes to the problems with its place.
final class MappingFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> OF_TYPE =
      Set.of(
          "type", "becomes", "adds-to", "by", "name", "id", "exports", "facts", "new", "absent",
          "assumed", "source");

  private final String file;
  private final List<String> problems;

  MappingFile(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Mapping> read(String text) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException bad) {
      problems.add(file + " is no YAML: line " + bad.getLocation().getLineNr());
      return List.of();
    }
    var mappings = new ArrayList<Mapping>();
    root.path("resources").forEach(each -> mappings.add(mapping(each)));
    if (mappings.isEmpty()) {
      problems.add(file + ": no `resources`");
    }
    return mappings;
  }

  private Mapping mapping(JsonNode node) {
    var type = node.path("type").asText("");
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!OF_TYPE.contains(name)) {
                problems.add(file + ": " + type + ": unknown field `" + name + "`");
              }
            });
    for (var field : List.of("type", "source")) {
      if (node.path(field).asText("").isEmpty()) {
        problems.add(file + ": " + type + " lacks `" + field + "`");
      }
    }
    if (node.has("becomes") == node.has("adds-to")) {
      problems.add(file + ": " + type + ": exactly one of `becomes` and `adds-to` is wanted");
    }
    if (node.has("becomes") && !node.has("id")) {
      problems.add(file + ": " + type + " lacks `id`");
    }
    var facts = new LinkedHashMap<String, JsonNode>();
    node.path("facts").properties().forEach(e -> facts.put(e.getKey(), e.getValue()));
    facts.values().forEach(each -> words(type, each));
    var fresh =
        node.path("new") instanceof ObjectNode given
            ? given
            : JsonNodeFactory.instance.objectNode();
    return new Mapping(
        type,
        node.path("becomes").asText(""),
        node.path("adds-to").asText(""),
        node.path("by").asText(""),
        node.path("name").asText(""),
        node.path("id").asText(""),
        texts(node.path("exports")),
        facts,
        fresh,
        Set.copyOf(list(node.path("absent"))),
        list(node.path("assumed")),
        node.path("source").asText(""));
  }

  private void words(String type, JsonNode template) {
    if (template.isTextual() && template.asText().startsWith("$")) {
      var parts = template.asText().substring(1).split(" ", -1);
      for (var at = 1; at < parts.length; at++) {
        if (!FactTemplate.knows(parts[at])) {
          problems.add(file + ": " + type + ": unknown word `" + parts[at] + "`");
        }
      }
    }
    template.forEach(each -> words(type, each));
  }

  private static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  private static List<String> list(JsonNode node) {
    var texts = new ArrayList<String>();
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
