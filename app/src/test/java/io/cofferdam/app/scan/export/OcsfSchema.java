package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Holds events against the source definitions of OCSF: resolves `extends`, `$include` and
/// profiles, takes types from the dictionary, and checks that every attribute is known, of its type
/// and among its values, that what is required is there, that constraints hold, that the caption
/// beside a number is the number's, and that nothing deprecated is used.
final class OcsfSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 512;

  private final Map<String, JsonNode> files;
  private final JsonNode dictionary;

  private OcsfSchema(Map<String, JsonNode> files) {
    this.files = files;
    this.dictionary = files.get("dictionary.json");
  }

  /// Reads the archive of the schema's sources.
  static OcsfSchema read(Path archive) throws IOException {
    var files = new HashMap<String, JsonNode>();
    try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (var header = in.readNBytes(BLOCK);
          header.length == BLOCK;
          header = in.readNBytes(BLOCK)) {
        entry(header, in, files);
      }
    }
    return new OcsfSchema(files);
  }

  private static void entry(byte[] header, InputStream in, Map<String, JsonNode> files)
      throws IOException {
    var name = text(header, 0, 100);
    var digits = text(header, 124, 12).strip();
    if (name.isEmpty() || digits.isEmpty()) {
      return;
    }
    var length = Integer.parseInt(digits, 8);
    var content = in.readNBytes(length);
    in.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
    if (name.endsWith(".json") && !name.contains("/extensions/")) {
      files.put(name.substring(name.indexOf('/') + 1), JSON.readTree(content));
    }
  }

  private static String text(byte[] bytes, int from, int length) {
    var until = from;
    while (until < from + length && bytes[until] != 0) {
      until++;
    }
    return new String(bytes, from, until - from, StandardCharsets.UTF_8);
  }

  /// What is wrong with an event of a class: `events/findings/compliance_finding.json`.
  List<String> problems(String type, JsonNode event) {
    var problems = new ArrayList<String>();
    var profiles = new HashSet<String>();
    event.path("metadata").path("profiles").forEach(each -> profiles.add(each.asText()));
    check("event", resolved(type, profiles), event, profiles, problems);
    var category = category(type);
    var uid = category * 1000 + resolvedFile(type).path("uid").asInt();
    if (event.path("category_uid").asInt() != category) {
      problems.add("category_uid is not " + category);
    }
    if (event.path("class_uid").asInt() != uid) {
      problems.add("class_uid is not " + uid);
    }
    if (event.path("type_uid").asInt() != uid * 100 + event.path("activity_id").asInt()) {
      problems.add("type_uid is not class_uid * 100 + activity_id");
    }
    return problems;
  }

  private int category(String type) {
    var file = resolvedFile(type);
    return file.has("category")
        ? resolvedFile("categories.json")
            .path("attributes")
            .path(file.path("category").asText())
            .path("uid")
            .asInt()
        : category(path(file.path("extends").asText(), type));
  }

  private JsonNode resolvedFile(String path) {
    var file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("no " + path);
    }
    return file;
  }

  /// A class or object with all its attributes, those of profiles that are not applied left out.
  private ObjectNode resolved(String path, Set<String> profiles) {
    var file = resolvedFile(path);
    ObjectNode all;
    if (file.has("extends")) {
      all = resolved(path(file.path("extends").asText(), path), profiles);
    } else {
      all = JSON.createObjectNode();
      all.putObject("attributes");
    }
    var attributes = (ObjectNode) all.path("attributes");
    for (var included : file.path("attributes").path("$include")) {
      var profile = resolvedFile(included.asText());
      if (!profile.path("meta").asText().equals("profile")
          || profiles.contains(profile.path("name").asText())) {
        merge(attributes, profile.path("attributes"), Set.of(profile.path("name").asText()));
      }
    }
    merge(attributes, file.path("attributes"), profiles);
    if (file.has("constraints")) {
      all.set("constraints", file.path("constraints"));
    }
    return all;
  }

  private String path(String name, String from) {
    var folder = from.substring(0, from.lastIndexOf('/') + 1);
    if (files.containsKey(folder + name + ".json")) {
      return folder + name + ".json";
    }
    return from.startsWith("events/") ? "events/" + name + ".json" : "objects/" + name + ".json";
  }

  private static void merge(ObjectNode into, JsonNode from, Set<String> profiles) {
    from.properties()
        .forEach(
            each -> {
              var name = each.getKey();
              var profile = each.getValue().path("profile");
              if (!name.equals("$include")
                  && (!profile.isTextual() || profiles.contains(profile.asText()))) {
                ObjectNode known =
                    into.has(name) ? (ObjectNode) into.path(name) : into.putObject(name);
                mergeDeep(known, each.getValue());
              }
            });
  }

  private static void mergeDeep(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(
            each -> {
              if (each.getValue().isObject() && into.path(each.getKey()).isObject()) {
                mergeDeep((ObjectNode) into.path(each.getKey()), each.getValue());
              } else {
                into.set(each.getKey(), each.getValue().deepCopy());
              }
            });
  }

  private void check(
      String at, ObjectNode type, JsonNode value, Set<String> profiles, List<String> problems) {
    var attributes = type.path("attributes");
    attributes
        .properties()
        .forEach(
            each -> {
              if (each.getValue().path("requirement").asText().equals("required")
                  && !value.has(each.getKey())) {
                problems.add(at + " lacks " + each.getKey());
              }
            });
    var some = type.path("constraints").path("at_least_one");
    if (some.isArray() && !any(some, value)) {
      problems.add(at + " has none of " + some);
    }
    value
        .properties()
        .forEach(
            each -> {
              var place = at + "." + each.getKey();
              if (!attributes.has(each.getKey())) {
                problems.add(place + " is not known");
                return;
              }
              var merged = JSON.createObjectNode();
              mergeDeep(merged, dictionary.path("attributes").path(each.getKey()));
              mergeDeep(merged, attributes.path(each.getKey()));
              attribute(place, merged, each.getValue(), value, profiles, problems);
            });
  }

  private static boolean any(JsonNode names, JsonNode value) {
    for (var name : names) {
      if (value.has(name.asText())) {
        return true;
      }
    }
    return false;
  }

  private void attribute(
      String at,
      ObjectNode attribute,
      JsonNode value,
      JsonNode parent,
      Set<String> profiles,
      List<String> problems) {
    if (attribute.has("@deprecated")) {
      problems.add(at + " is deprecated");
    }
    if (attribute.path("is_array").asBoolean() != value.isArray()) {
      problems.add(at + " is " + (value.isArray() ? "an array" : "no array"));
      return;
    }
    // What a class and its category are numbered is checked for the whole event.
    if (attribute.has("enum") && value.isIntegralNumber() && !at.endsWith("_uid")) {
      named(at, attribute, value, parent, problems);
    }
    for (var each : value.isArray() ? (Iterable<JsonNode>) value : List.of(value)) {
      one(at, attribute.path("type").asText(), each, profiles, problems);
    }
  }

  /// A number among its values, and beside it the caption of that value.
  private static void named(
      String at, ObjectNode attribute, JsonNode value, JsonNode parent, List<String> problems) {
    var known = attribute.path("enum").path(value.asText());
    if (known.isMissingNode()) {
      problems.add(at + " is " + value + ", which is none of its values");
      return;
    }
    var name = at.substring(at.lastIndexOf('.') + 1);
    var sibling =
        attribute
            .path("sibling")
            .asText(name.endsWith("_id") ? name.substring(0, name.length() - 3) : "");
    var caption = parent.path(sibling).asText(known.path("caption").asText());
    if (value.asInt() != 99 && !caption.equals(known.path("caption").asText())) {
      problems.add(at + " is " + value + " and " + sibling + " is " + caption);
    }
  }

  private void one(
      String at, String type, JsonNode value, Set<String> profiles, List<String> problems) {
    if (type.equals("object") || type.equals("json_t")) {
      return;
    }
    if (files.containsKey("objects/" + type + ".json")) {
      if (value.isObject()) {
        check(at, resolved("objects/" + type + ".json", profiles), value, profiles, problems);
      } else {
        problems.add(at + " is no object");
      }
      return;
    }
    var definition = dictionary.path("types").path("attributes").path(type);
    var base = definition.path("type").asText(type);
    var fits =
        switch (base) {
          case "string_t" -> value.isTextual();
          case "integer_t", "long_t" -> value.isIntegralNumber();
          case "float_t" -> value.isNumber();
          case "boolean_t" -> value.isBoolean();
          default -> false;
        };
    if (!fits) {
      problems.add(at + " is no " + type);
    } else if (definition.has("regex")
        && !Pattern.compile(definition.path("regex").asText()).matcher(value.asText()).find()) {
      problems.add(at + " does not look like " + type);
    } else if (definition.has("max_len")
        && value.asText().length() > definition.path("max_len").asInt()) {
      problems.add(at + " is too long");
    }
  }
}
