package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.iac.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A template as a tree, with the lines on which its resources begin. Short forms of YAML (`!Ref`)
/// are written out.
///
/// @param lines of the members of `Resources`, from 1
record TemplateText(JsonNode root, Map<String, Integer> lines) {
  /// AWS takes templates of at most 1 MB.
  private static final long MAX_BYTES = 4L << 20;

  private static final int MAX_DEPTH = 200;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  static TemplateText read(Path file) {
    return of(file, BadInput.text(file, MAX_BYTES));
  }

  /// Reads what is JSON by its first sign as JSON: YAML takes no tabs before a member.
  static TemplateText of(Path file, String text) {
    var begin = text.stripLeading();
    return begin.startsWith("{") || begin.startsWith("[")
        ? json(file, text)
        : new YamlTree(file).read(text);
  }

  static RuntimeException refused(Path file, int line, int column, String message) {
    return new CofferdamException(
        "CFD-POSTURE-0033",
        ErrorCategory.INVALID_INPUT,
        BadInput.place(file, line, column)
            + ": "
            + message
            + " [a CloudFormation template in JSON or YAML]",
        "aws cloudformation validate-template tells whether AWS takes it");
  }

  private static TemplateText json(Path file, String text) {
    var lines = new HashMap<String, Integer>();
    try (var parser = JSON.createParser(text)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      parser.nextToken();
      var root = value(parser, 0, "", lines);
      if (parser.nextToken() != null) {
        var at = parser.currentTokenLocation();
        throw refused(
            file, at.getLineNr(), at.getColumnNr(), "something stands after the end of the JSON");
      }
      return new TemplateText(root, lines);
    } catch (JsonProcessingException bad) {
      var at = bad.getLocation();
      throw refused(
          file,
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          "no JSON: " + BadInput.shown(bad.getOriginalMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode value(
      JsonParser parser, int depth, String key, Map<String, Integer> lines) throws IOException {
    var nodes = JsonNodeFactory.instance;
    var token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        var object = nodes.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          var name = parser.currentName();
          if (depth == 1 && key.equals("Resources")) {
            lines.put(name, parser.currentTokenLocation().getLineNr());
          }
          parser.nextToken();
          object.set(name, value(parser, depth + 1, name, lines));
        }
        yield object;
      }
      case START_ARRAY -> {
        var array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser, depth + 1, "", lines));
        }
        yield array;
      }
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> nodes.nullNode();
      case null -> nodes.missingNode();
      default -> nodes.textNode(parser.getText());
    };
  }
}
