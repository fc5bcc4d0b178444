package io.cofferdam.respond.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.export.Script.Call;
import io.cofferdam.respond.export.Script.Read;
import io.cofferdam.respond.export.Script.Take;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What exported documents read besides making the calls of an act: `catalog/ssm/readings.yaml`.
final class Readings {
  private static final String FILE = "catalog/ssm/readings.yaml";

  private final JsonNode root;

  private Readings(JsonNode root) {
    this.root = root;
  }

  /// @throws CofferdamException CFD-RESPOND-0351 where the catalogue cannot be read
  static Readings load() {
    try (var in = Readings.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("it is not packed");
      }
      return new Readings(new ObjectMapper(new YAMLFactory()).readTree(in));
    } catch (IOException bad) {
      throw new CofferdamException(
          "CFD-RESPOND-0351",
          ErrorCategory.INTERNAL,
          "`" + FILE + "` of the catalogue cannot be read [what exported documents read]",
          "install the program anew",
          bad);
    }
  }

  /// What the answer of a call tells of the thing that it made.
  Optional<Take> given(Call call, String pointer) {
    var entry = root.path("gives").path(call.words());
    return entry.isMissingNode() ? Optional.empty() : Optional.of(take(pointer, entry));
  }

  /// How a value is read that a call needs.
  Optional<Read> needed(Call call, String pointer) {
    var entry = root.path("needs").path(call.words()).path(pointer);
    return entry.isMissingNode()
        ? Optional.empty()
        : Optional.of(new Read(call(entry, call), take(pointer, entry)));
  }

  private static Take take(String pointer, JsonNode entry) {
    return new Take(pointer, entry.path("selector").asText(), entry.path("type").asText());
  }

  /// The call that reads back what a call changed.
  Optional<Call> telling(Call call) {
    var entry = root.path("tells").path(call.words());
    return entry.isMissingNode() ? Optional.empty() : Optional.of(call(entry, call));
  }

  /// Where the answer of [#telling] has the values, by their places in the state.
  Map<String, String> selectors(Call call) {
    var selectors = new LinkedHashMap<String, String>();
    root.path("tells")
        .path(call.words())
        .path("values")
        .properties()
        .forEach(each -> selectors.put(each.getKey(), each.getValue().asText()));
    return selectors;
  }

  /// What the answer of [#telling] says once the call was made, by selector.
  Map<String, String> shown(Call call) {
    var shown = new LinkedHashMap<String, String>();
    root.path("tells")
        .path(call.words())
        .path("shows")
        .properties()
        .forEach(
            each -> shown.put(each.getKey(), filled(each.getValue(), call.parameters()).asText()));
    return shown;
  }

  private static Call call(JsonNode entry, Call of) {
    var words = entry.path("call").asText().split(" ", 2);
    var parameters = of.parameters().objectNode();
    entry
        .path("with")
        .properties()
        .forEach(
            each -> {
              var value = filled(each.getValue(), of.parameters());
              if (!value.isMissingNode()) {
                parameters.set(each.getKey(), value);
              }
            });
    return new Call(words[0], words[1], parameters);
  }

  private static JsonNode filled(JsonNode node, ObjectNode from) {
    return switch (node) {
      case TextNode text when text.textValue().startsWith("$") ->
          from.path(text.textValue().substring(1));
      case ArrayNode array -> {
        var copy = array.arrayNode();
        array.forEach(each -> copy.add(filled(each, from)));
        yield copy;
      }
      default -> node;
    };
  }
}
