package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.iac.BadInput;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML with CloudFormation's short forms into a tree. Aliases are copied, up to a number of
/// nodes, so that a few lines cannot become millions.
final class YamlTree {
  private static final int MAX_NODES = 400_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_CODE_POINTS = 4 << 20;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Path file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Room room = new Room();
  private int made;

  YamlTree(Path file) {
    this.file = file;
  }

  TemplateText read(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setNestingDepthLimit(MAX_DEPTH);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException bad) {
      var mark = bad.getProblemMark();
      throw TemplateText.refused(
          file,
          mark == null ? 1 : mark.getLine() + 1,
          mark == null ? 1 : mark.getColumn() + 1,
          "no YAML: " + BadInput.shown(String.valueOf(bad.getProblem())));
    } catch (YAMLException bad) {
      throw TemplateText.refused(
          file, 1, 1, "no YAML: " + BadInput.shown(String.valueOf(bad.getMessage())));
    }
    if (root == null) {
      throw TemplateText.refused(file, 1, 1, "is empty");
    }
    return new TemplateText(tree(root, 0, ""), lines);
  }

  private JsonNode tree(Node node, int depth, String key) {
    if (++made > MAX_NODES || depth > MAX_DEPTH) {
      throw problem(
          node,
          depth > MAX_DEPTH
              ? "is nested more than " + MAX_DEPTH + " deep, or contains itself"
              : "has more than " + MAX_NODES + " values once its aliases are written out");
    }
    var plain = plain(node, depth, key);
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? longForm(tag.substring(1), plain) : plain;
  }

  private JsonNode plain(Node node, int depth, String key) {
    switch (node) {
      case MappingNode mapping -> {
        var object = NODES.objectNode();
        for (var tuple : mapping.getValue()) {
          if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
            throw problem(tuple.getKeyNode(), "a key is not plain text");
          }
          if (object.has(name.getValue())) {
            throw problem(name, "`" + BadInput.shown(name.getValue()) + "` stands twice");
          }
          if (depth == 1 && key.equals("Resources")) {
            lines.put(name.getValue(), name.getStartMark().getLine() + 1);
          }
          object.set(name.getValue(), tree(tuple.getValueNode(), depth + 1, name.getValue()));
        }
        return object;
      }
      case SequenceNode sequence -> {
        var array = NODES.arrayNode();
        sequence.getValue().forEach(each -> array.add(tree(each, depth + 1, "")));
        return array;
      }
      case ScalarNode scalar -> {
        if (!room.take(scalar.getValue().length())) {
          throw problem(
              node,
              "the texts have more than "
                  + (Room.CHARACTERS >> 20)
                  + " million characters once aliases are written out");
        }
        return scalar(scalar);
      }
      default -> throw problem(node, "is nothing that a template holds");
    }
  }

  private static JsonNode scalar(ScalarNode scalar) {
    var text = scalar.getValue();
    var tag = scalar.getTag();
    if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9]\\d{0,17})")) {
      return NODES.numberNode(Long.parseLong(text));
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(text.matches("(?i)true|yes|on"));
    }
    return tag.equals(Tag.NULL) ? NODES.nullNode() : NODES.textNode(text);
  }

  private static JsonNode longForm(String name, JsonNode value) {
    var object = NODES.objectNode();
    if (name.equals("GetAtt") && value.isTextual()) {
      var parts = value.asText().split("\\.", 2);
      var pair = object.putArray("Fn::GetAtt").add(parts[0]);
      pair.add(parts.length > 1 ? parts[1] : "");
      return object;
    }
    return object.set(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value);
  }

  private RuntimeException problem(Node at, String message) {
    var mark = at.getStartMark();
    return TemplateText.refused(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }
}
