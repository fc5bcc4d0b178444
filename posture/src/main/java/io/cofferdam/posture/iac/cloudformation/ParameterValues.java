package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.posture.iac.NotKnown;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the parameters of a template stand for: given values, else defaults.
final class ParameterValues {
  private final JsonNode declared;
  private final Map<String, String> given;
  private final Set<String> unset = new TreeSet<>();

  ParameterValues(JsonNode template, Map<String, String> given) {
    this.declared = template.path("Parameters");
    this.given = given;
  }

  boolean has(String name) {
    return declared.has(name);
  }

  /// Those that were asked for and have no value.
  Set<String> unset() {
    return unset;
  }

  /// Whether the value of a parameter must not be shown: whatever `NoEcho` is, but a plain no.
  static boolean hidden(JsonNode parameter) {
    var echo = parameter.path("NoEcho");
    return !echo.isMissingNode() && !echo.asText("").equalsIgnoreCase("false");
  }

  JsonNode value(String name) {
    var parameter = declared.path(name);
    var type = parameter.path("Type").asText("String");
    if (hidden(parameter)) {
      return NotKnown.because("parameter " + name + " is hidden (`NoEcho`), and not read");
    }
    if (type.startsWith("AWS::SSM::Parameter::Value")) {
      return NotKnown.because("parameter " + name + " is looked up in the parameter store");
    }
    if (!given.containsKey(name) && !parameter.has("Default")) {
      unset.add(name);
      return NotKnown.because("parameter " + name + " has no value");
    }
    var text = given.getOrDefault(name, parameter.path("Default").asText(""));
    if (type.equals("CommaDelimitedList") || type.startsWith("List<")) {
      var list = JsonNodeFactory.instance.arrayNode();
      for (var each : text.split(",", -1)) {
        list.add(each.strip());
      }
      return list;
    }
    return TextNode.valueOf(text);
  }
}
