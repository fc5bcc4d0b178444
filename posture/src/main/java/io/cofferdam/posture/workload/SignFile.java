package io.cofferdam.posture.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.posture.workload.WorkloadType.Join;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the files of signs and types; what is wrong goes to the problems with its place.
final class SignFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> TOP =
      Set.of("possible", "likely", "certain", "signs", "workloads", "parts");
  private static final Set<String> OF_SIGN =
      Set.of("trait", "points", "says", "words", "families", "ports");
  private static final Set<String> OF_TYPE =
      Set.of("type", "kind", "points", "says", "traits", "links", "join", "needs", "unless");

  private final List<String> problems;
  private final List<Sign> signs = new ArrayList<>();
  private final List<WorkloadType> types = new ArrayList<>();
  private final int[] points = new int[3];
  private String file = "";

  SignFile(List<String> problems) {
    this.problems = problems;
  }

  void read(String path, String text) {
    file = path;
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException bad) {
      problems.add(file + " is no YAML: line " + bad.getLocation().getLineNr());
      return;
    }
    known(root, TOP, "the file");
    if (root.has("signs")) {
      points[0] = root.path("possible").asInt();
      points[1] = root.path("likely").asInt();
      points[2] = root.path("certain").asInt();
      if (points[0] <= 0 || points[1] <= points[0] || points[2] <= points[1]) {
        problems.add(file + ": `possible`, `likely` and `certain` must rise from above 0");
      }
    }
    root.path("signs").forEach(each -> signs.add(sign(each)));
    root.path("workloads").forEach(each -> types.add(type(each, true)));
    root.path("parts").forEach(each -> types.add(type(each, false)));
  }

  WorkloadSigns signs() {
    var names = new HashSet<String>();
    for (var type : types) {
      if (!names.add(type.type())) {
        problems.add("type `" + type.type() + "` is told twice");
      }
    }
    for (var type : types) {
      for (var join : type.joins()) {
        if (!names.contains(join.type())) {
          problems.add(
              "`" + type.type() + "` joins `" + join.type() + "`, of which nothing is told");
        }
      }
    }
    return WorkloadSigns.of(points, signs, types);
  }

  private Sign sign(JsonNode node) {
    known(node, OF_SIGN, "a sign");
    var families = new HashSet<>(texts(node.path("families")));
    var ports = new HashSet<Integer>();
    node.path("ports").forEach(each -> ports.add(each.asInt()));
    var words = texts(node.path("words")).stream().map(Sign::split).toList();
    if (families.isEmpty() && ports.isEmpty() && words.isEmpty()) {
      problems.add(file + ": a sign without `words`, `families` or `ports`");
    }
    return new Sign(
        word(Trait.values(), Trait::word, node.path("trait").asText("")).orElse(Trait.NAME),
        node.path("points").asInt(),
        required(node, "says", "a sign"),
        words,
        families,
        ports);
  }

  private WorkloadType type(JsonNode node, boolean workload) {
    var name = required(node, "type", "an entry");
    known(node, OF_TYPE, name);
    Optional<WorkloadKind> kind =
        workload
            ? word(WorkloadKind.values(), WorkloadKind::word, node.path("kind").asText(""))
            : Optional.empty();
    Map<Trait, List<String>> traits = new LinkedHashMap<>();
    node.path("traits")
        .properties()
        .forEach(
            each ->
                word(Trait.values(), Trait::word, each.getKey())
                    .ifPresent(trait -> traits.put(trait, texts(each.getValue()))));
    Map<Relation, List<String>> links = new LinkedHashMap<>();
    node.path("links")
        .properties()
        .forEach(
            each ->
                word(Relation.values(), Relation::word, each.getKey())
                    .ifPresent(relation -> links.put(relation, texts(each.getValue()))));
    var joins = new ArrayList<Join>();
    for (var each : node.path("join")) {
      joins.add(
          new Join(
              required(each, "from", name),
              required(each, "type", name),
              required(each, "on", name)));
    }
    Map<String, Set<String>> unless = new LinkedHashMap<>();
    node.path("unless")
        .properties()
        .forEach(each -> unless.put(each.getKey(), Set.copyOf(texts(each.getValue()))));
    return new WorkloadType(
        name,
        kind,
        node.path("points").asInt(0),
        node.path("says").asText(""),
        traits,
        links,
        joins,
        texts(node.path("needs")),
        unless);
  }

  private <T> Optional<T> word(T[] values, Function<T, String> words, String word) {
    var found = Arrays.stream(values).filter(each -> words.apply(each).equals(word)).findFirst();
    if (found.isEmpty()) {
      problems.add(file + ": `" + word + "` " + Arrays.stream(values).map(words).toList());
    }
    return found;
  }

  private String required(JsonNode node, String field, String where) {
    var value = node.path(field).asText("");
    if (value.isEmpty()) {
      problems.add(file + ": " + where + " lacks `" + field + "`");
    }
    return value;
  }

  private void known(JsonNode node, Set<String> fields, String where) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name)) {
                problems.add(file + ": " + where + ": unknown field `" + name + "`");
              }
            });
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
