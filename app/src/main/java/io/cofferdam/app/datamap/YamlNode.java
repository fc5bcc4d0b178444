package io.cofferdam.app.datamap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a YAML file with its position, read field by field; everything wrong is gathered in
/// [Problems] with line and column, so that one run shows all mistakes.
public final class YamlNode {
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Node node;
  private final Problems problems;

  private YamlNode(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /// Reads a mapping; anything else is a problem and gives an empty mapping.
  public static YamlNode of(Node node, String what, Set<String> known, Problems problems) {
    var result = new YamlNode(node, problems);
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, what + " is not a mapping [`key: value` lines]");
      return result;
    }
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(tuple.getKeyNode(), "a key of " + what + " is not plain text");
      } else if (!known.contains(key.getValue())) {
        problems.add(
            key,
            "unknown key `"
                + Problems.shown(key.getValue())
                + "` in "
                + what
                + NearestName.hint(key.getValue(), known));
      } else if (result.fields.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problems.add(key, "key `" + key.getValue() + "` stands twice in " + what);
      }
    }
    return result;
  }

  public boolean has(String key) {
    return fields.containsKey(key);
  }

  Node at(String key) {
    return fields.getOrDefault(key, node);
  }

  public void problem(String key, String text) {
    problems.add(at(key), text);
  }

  public String text(String key, String otherwise) {
    var value = fields.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problems.add(value, "`" + key + "` is not plain text");
    return otherwise;
  }

  public String requiredText(String key, String what) {
    if (!has(key)) {
      problems.add(node, what + " has no `" + key + "`");
    }
    return text(key, "");
  }

  long number(String key, long otherwise) {
    var text = text(key, "");
    return text.isEmpty() ? otherwise : parse(at(key), key, text, otherwise);
  }

  List<String> texts(String key) {
    var value = fields.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      problems.add(value, "`" + key + "` is not a list");
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue().strip());
      } else {
        problems.add(item, "an entry of `" + key + "` is not plain text");
      }
    }
    return texts;
  }

  Map<String, Long> numbers(String key) {
    var value = fields.get(key);
    if (value == null) {
      return Map.of();
    }
    var numbers = new LinkedHashMap<String, Long>();
    if (!(value instanceof MappingNode mapping)) {
      problems.add(value, "`" + key + "` is not a mapping [`DE: 1200`]");
      return numbers;
    }
    for (var tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name
          && tuple.getValueNode() instanceof ScalarNode number) {
        numbers.put(name.getValue(), parse(number, name.getValue(), number.getValue(), 0));
      } else {
        problems.add(tuple.getKeyNode(), "an entry of `" + key + "` is not `name: number`");
      }
    }
    return numbers;
  }

  public Optional<Node> child(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  public List<Node> children(String key) {
    var value = fields.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(value, "`" + key + "` is not a list");
    return List.of();
  }

  private long parse(Node at, String key, String text, long otherwise) {
    try {
      var number = Long.parseLong(text.replace("_", ""));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with the negative ones
    }
    problems.add(at, "`" + key + "` is `" + Problems.shown(text) + "` [a whole number from 0]");
    return otherwise;
  }
}
