package io.cofferdam.respond.export.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The actions of SSM Automation as `catalog/ssm/actions.yaml` lists them, with the page of each.
final class SsmActions {
  private static final String FILE = "catalog/ssm/actions.yaml";

  private final Map<String, Action> byName;

  private SsmActions(Map<String, Action> byName) {
    this.byName = byName;
  }

  /// One action.
  ///
  /// @param changes whether it may change anything
  /// @param api whether its other inputs are those of an operation
  /// @param told whether a step may say which outputs it has
  /// @param cancel whether `onCancel` may stand with it
  /// @param longest the greatest `timeoutSeconds`, or 0
  /// @param oneOf inputs of which exactly one is given; empty: no such rule
  /// @param anyOf inputs of which one at least is given
  record Action(
      String name,
      boolean changes,
      boolean api,
      boolean told,
      boolean cancel,
      int longest,
      List<String> oneOf,
      List<String> anyOf,
      Map<String, Input> inputs,
      Map<String, String> outputs) {}

  /// One input.
  ///
  /// @param most items of a list, or the greatest number; 0: no limit
  /// @param length characters; 0: no limit
  record Input(String type, boolean required, List<String> values, int most, int length) {}

  /// @throws CofferdamException CFD-RESPOND-0350 where the catalogue cannot be read
  static SsmActions load() {
    try (var in = SsmActions.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("it is not packed");
      }
      var root = new ObjectMapper(new YAMLFactory()).readTree(in);
      var byName = new LinkedHashMap<String, Action>();
      root.path("actions")
          .properties()
          .forEach(each -> byName.put(each.getKey(), action(each.getKey(), each.getValue())));
      return new SsmActions(byName);
    } catch (IOException bad) {
      throw new CofferdamException(
          "CFD-RESPOND-0350",
          ErrorCategory.INTERNAL,
          "`" + FILE + "` of the catalogue cannot be read [the actions of SSM Automation]",
          "install the program anew",
          bad);
    }
  }

  private static Action action(String name, JsonNode node) {
    var inputs = new LinkedHashMap<String, Input>();
    node.path("inputs")
        .properties()
        .forEach(each -> inputs.put(each.getKey(), input(each.getValue())));
    var outputs = new LinkedHashMap<String, String>();
    node.path("outputs")
        .properties()
        .forEach(each -> outputs.put(each.getKey(), each.getValue().asText()));
    return new Action(
        name,
        node.path("changes").asBoolean(!node.path("api").asBoolean() || node.has("told")),
        node.path("api").asBoolean(),
        node.path("told").asBoolean(),
        node.path("cancel").asBoolean(true),
        node.path("longest").asInt(),
        texts(node.path("one-of")),
        texts(node.path("any-of")),
        Collections.unmodifiableMap(inputs),
        Collections.unmodifiableMap(outputs));
  }

  private static Input input(JsonNode node) {
    return new Input(
        node.path("type").asText(),
        node.path("required").asBoolean(),
        texts(node.path("values")),
        node.path("most").asInt(),
        node.path("length").asInt());
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  Optional<Action> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Set<String> names() {
    return byName.keySet();
  }
}
