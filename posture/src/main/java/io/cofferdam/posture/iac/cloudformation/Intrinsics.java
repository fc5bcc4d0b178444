package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.iac.BadInput;
import io.cofferdam.posture.iac.NotKnown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Works out intrinsic functions. A missing node is `AWS::NoValue`: its member is left out.
///
/// See the "Intrinsic function reference" of the AWS CloudFormation Template Reference Guide.
final class Intrinsics {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_TEXT = 256 << 10;
  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern DYNAMIC = Pattern.compile("\\{\\{resolve:[^}]*}}");

  private final JsonNode template;
  private final Names names;
  private final Conditions conditions;
  private final Room room;
  private final Runnable full;

  /// What names stand for.
  interface Names {
    /// A parameter, a pseudo parameter or a resource.
    JsonNode ref(String name);

    JsonNode attribute(String resource, String attribute);
  }

  /// @param room for what functions make
  /// @param full refuses the template when there is none left
  Intrinsics(JsonNode template, Names names, Room room, Runnable full) {
    this.template = template;
    this.names = names;
    this.room = room;
    this.full = full;
    this.conditions = new Conditions(template.path("Conditions"), this, room);
  }

  Conditions conditions() {
    return conditions;
  }

  /// A tree with its functions worked out.
  JsonNode evaluate(JsonNode node) {
    try {
      return room.enter() ? worked(node) : NotKnown.because("names lead too far from one another");
    } finally {
      room.leave();
    }
  }

  private JsonNode kept(JsonNode made) {
    if (!room.take(made)) {
      full.run();
    }
    return made;
  }

  private JsonNode worked(JsonNode node) {
    if (node.isTextual() && DYNAMIC.matcher(node.asText()).find()) {
      return NotKnown.because("is looked up when the stack is made");
    }
    if (node.isArray()) {
      var array = NODES.arrayNode();
      for (var each : node) {
        var value = evaluate(each);
        if (!value.isMissingNode()) {
          array.add(value);
        }
      }
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      var only = node.properties().iterator().next();
      if (only.getKey().equals("Ref")) {
        return kept(names.ref(only.getValue().asText("")));
      }
      if (only.getKey().startsWith("Fn::")) {
        return kept(function(only.getKey().substring(4), only.getValue()));
      }
    }
    var object = NODES.objectNode();
    for (var each : node.properties()) {
      if (each.getKey().startsWith("Fn::")) {
        return NotKnown.because("`" + each.getKey() + "` is worked out when the stack is made");
      }
      var value = evaluate(each.getValue());
      if (!value.isMissingNode()) {
        object.set(each.getKey(), value);
      }
    }
    return object;
  }

  private JsonNode function(String name, JsonNode argument) {
    return switch (name) {
      case "If" -> choice(argument);
      case "GetAtt" -> attribute(argument);
      case "Sub" -> substituted(argument);
      case "Join" -> joined(argument);
      case "Select" -> selected(argument);
      case "Split" -> split(argument);
      case "FindInMap" -> found(argument);
      case "Base64" -> base64(argument);
      case "ToJsonString" -> {
        var value = evaluate(argument);
        yield NotKnown.in(value).isPresent() ? value(value) : text(value.toString());
      }
      default -> NotKnown.because("`Fn::" + name + "` is worked out when the stack is made");
    };
  }

  private static JsonNode value(JsonNode withMark) {
    return NotKnown.in(withMark).map(mark -> NotKnown.because(mark.why())).orElse(withMark);
  }

  private JsonNode choice(JsonNode argument) {
    var condition = conditions.named(argument.path(0).asText(""));
    return switch (condition) {
      case TRUE -> evaluate(argument.path(1));
      case FALSE -> evaluate(argument.path(2));
      case UNKNOWN -> {
        var yes = evaluate(argument.path(1));
        var no = evaluate(argument.path(2));
        yield yes.equals(no)
            ? yes
            : NotKnown.because(
                "depends on condition " + argument.path(0).asText("") + ", which is not known");
      }
    };
  }

  private JsonNode attribute(JsonNode argument) {
    if (argument.isTextual()) {
      var parts = argument.asText().split("\\.", 2);
      return names.attribute(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return names.attribute(argument.path(0).asText(""), argument.path(1).asText(""));
  }

  private JsonNode substituted(JsonNode argument) {
    var pattern = argument.isArray() ? argument.path(0) : argument;
    var own = NODES.objectNode();
    argument
        .path(1)
        .properties()
        .forEach(each -> own.set(each.getKey(), evaluate(each.getValue())));
    var filled = new StringBuilder();
    var holes = HOLE.matcher(pattern.asText(""));
    while (holes.find()) {
      var name = holes.group(1).strip();
      var value =
          name.startsWith("!")
              ? text("${" + name.substring(1) + "}")
              : own.has(name) ? own.path(name) : named(name);
      if (NotKnown.in(value).isPresent()) {
        return value(value);
      }
      if (!value.isValueNode()) {
        return NotKnown.because("`" + name + "` is no text");
      }
      holes.appendReplacement(filled, Matcher.quoteReplacement(value.asText("")));
      if (filled.length() > MAX_TEXT) {
        return tooLong();
      }
    }
    holes.appendTail(filled);
    return evaluate(text(filled.toString()));
  }

  private JsonNode named(String name) {
    var dot = name.indexOf('.');
    return dot < 0
        ? names.ref(name)
        : names.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private JsonNode joined(JsonNode argument) {
    var list = evaluate(argument.path(1));
    if (NotKnown.in(list).isPresent()) {
      return value(list);
    }
    var by = argument.path(0).asText("");
    var parts = new ArrayList<String>();
    var length = 0L;
    for (var each : list) {
      parts.add(each.asText(""));
      length += each.asText("").length() + by.length();
    }
    return length > MAX_TEXT ? tooLong() : text(String.join(by, parts));
  }

  private JsonNode selected(JsonNode argument) {
    var index = evaluate(argument.path(0)).asText("");
    var list = evaluate(argument.path(1));
    if (NotKnown.of(list).isPresent() || !index.matches("\\d{1,6}")) {
      return NotKnown.because(NotKnown.of(list).map(NotKnown::why).orElse("index is not known"));
    }
    var one = list.path(Integer.parseInt(index));
    return one.isMissingNode() ? NotKnown.because("there is no element " + index) : one;
  }

  private JsonNode split(JsonNode argument) {
    var value = evaluate(argument.path(1));
    var by = argument.path(0).asText("");
    if (NotKnown.in(value).isPresent() || by.isEmpty()) {
      return value(value);
    }
    var parts = NODES.arrayNode();
    Arrays.stream(value.asText("").split(Pattern.quote(by), -1)).forEach(parts::add);
    return parts;
  }

  private JsonNode found(JsonNode argument) {
    var keys = new ArrayList<String>();
    for (var at = 0; at < 3; at++) {
      var key = evaluate(argument.path(at));
      if (!key.isValueNode() || NotKnown.of(key).isPresent()) {
        return NotKnown.because("a key of a mapping is not known");
      }
      keys.add(key.asText(""));
    }
    var value = template.path("Mappings").path(keys.get(0)).path(keys.get(1)).path(keys.get(2));
    if (!value.isMissingNode()) {
      return value;
    }
    var otherwise = argument.path(3).path("DefaultValue");
    return otherwise.isMissingNode()
        ? NotKnown.because(
            "the mapping " + BadInput.shown(String.join(".", keys)) + " is not there")
        : evaluate(otherwise);
  }

  private JsonNode base64(JsonNode argument) {
    var value = evaluate(argument);
    return NotKnown.in(value).isPresent()
        ? value(value)
        : text(
            Base64.getEncoder().encodeToString(value.asText("").getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode tooLong() {
    return NotKnown.because("is longer than " + (MAX_TEXT >> 10) + " KiB");
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }

  static JsonNode noValue() {
    return MissingNode.getInstance();
  }

  /// Whether two values are the same text.
  Ternary equal(JsonNode one, JsonNode other) {
    var left = evaluate(one);
    var right = evaluate(other);
    if (NotKnown.in(left).isPresent() || NotKnown.in(right).isPresent()) {
      return Ternary.UNKNOWN;
    }
    var plain = left.isValueNode() && right.isValueNode();
    return Ternary.of(plain ? left.asText("").equals(right.asText("")) : left.equals(right));
  }
}
