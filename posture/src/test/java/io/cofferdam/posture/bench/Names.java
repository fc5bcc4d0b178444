package io.cofferdam.posture.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives what stands in a sample names of its own, so that copies of it do not meet. Only whole
/// words in values are changed, never the names of members.
final class Names {
  private final @Nullable Pattern words;
  private final Map<String, String> parts;
  private final String ending;

  /// @param words names that get the ending
  /// @param parts texts to replace wherever they stand, such as account numbers
  Names(Collection<String> words, String ending, Map<String, String> parts) {
    this.words =
        words.isEmpty()
            ? null
            : Pattern.compile(
                "(?<![A-Za-z0-9_-])(?:"
                    + words.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                    + ")(?![A-Za-z0-9_-])");
    this.ending = ending;
    this.parts = Map.copyOf(parts);
  }

  String of(String text) {
    var renamed = words == null ? text : words.matcher(text).replaceAll(m -> m.group() + ending);
    for (var part : parts.entrySet()) {
      renamed = renamed.replace(part.getKey(), part.getValue());
    }
    return renamed;
  }

  ObjectNode of(ObjectNode facts) {
    var renamed = JsonNodeFactory.instance.objectNode();
    facts.properties().forEach(each -> renamed.set(each.getKey(), value(each.getValue())));
    return renamed;
  }

  private JsonNode value(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> of(object);
      case ArrayNode array -> {
        var renamed = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(each -> renamed.add(value(each)));
        yield renamed;
      }
      default -> value.isTextual() ? JsonNodeFactory.instance.textNode(of(value.asText())) : value;
    };
  }
}
