package io.cofferdam.notify.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One mapping of a rule file; a wrong, missing or unknown field becomes a problem and reading goes
/// on with a harmless value, since a file with problems is never used.
final class RuleYaml {
  private final String file;
  private final RuleProblems problems;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  RuleYaml(String file, RuleProblems problems, Node node, Set<String> known) {
    this.file = file;
    this.problems = problems;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      problem(node, "not a mapping [`key: value` lines]");
      return;
    }
    for (var entry : mapping.getValue()) {
      var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        problem(
            entry.getKeyNode(),
            "unknown field `" + RuleProblems.shown(key) + "`" + RuleProblems.nearest(key, known));
      } else {
        values.put(key, entry.getValueNode());
      }
    }
  }

  void problem(Node at, String text) {
    var mark = at.getStartMark();
    problems.add(file, mark.getLine() + 1, mark.getColumn() + 1, text);
  }

  void problem(String text) {
    problem(node, text);
  }

  RuleYaml sub(Node at, Set<String> known) {
    return new RuleYaml(file, problems, at, known);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key)).filter(n -> !n.getTag().equals(Tag.NULL));
  }

  /// The keys of a mapping in order; none where it is something else.
  static Set<String> keysOf(Node node) {
    var keys = new LinkedHashSet<String>();
    if (node instanceof MappingNode mapping) {
      for (var entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          keys.add(key.getValue());
        }
      }
    }
    return keys;
  }

  Set<String> keys() {
    return new HashSet<>(values.keySet());
  }

  Optional<Node> required(String key) {
    var found = node(key);
    if (found.isEmpty()) {
      problem("`" + key + "` is missing");
    }
    return found;
  }

  String text(String key) {
    return required(key).map(this::scalar).orElse("");
  }

  String optionalText(String key) {
    return node(key).map(this::scalar).orElse("");
  }

  List<String> texts(String key) {
    return node(key).map(this::items).orElse(List.of()).stream().map(this::scalar).toList();
  }

  List<Node> items(Node at) {
    if (at instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(at, "not a list [`- item` lines]");
    return List.of();
  }

  String scalar(Node at) {
    if (at instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problem(at, "not a plain value [text]");
    return "";
  }

  long number(Node at) {
    var text = scalar(at);
    if (text.matches("\\d{1,15}")) {
      return Long.parseLong(text);
    }
    problem(at, "`" + RuleProblems.shown(text) + "` is no whole number");
    return 0;
  }

  boolean yes(String key) {
    var text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      node(key).ifPresent(n -> problem(n, "`" + RuleProblems.shown(text) + "` [true or false]"));
    }
    return text.equals("true");
  }

  /// One of a closed set of words.
  <T> T word(String key, Collection<T> choices, Function<T, String> name) {
    var text = text(key);
    var names = new ArrayList<String>();
    for (var choice : choices) {
      if (name.apply(choice).equals(text)) {
        return choice;
      }
      names.add(name.apply(choice));
    }
    node(key)
        .ifPresent(
            n ->
                problem(
                    n, "`" + RuleProblems.shown(text) + "`" + RuleProblems.nearest(text, names)));
    return choices.iterator().next();
  }
}
