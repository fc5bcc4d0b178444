package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// States, written short.
///
/// Source: the [specification](https://states-language.net/spec.html) of the language, and the
/// developer guide's page connect-to-resource.html for `.waitForTaskToken`.
public final class Asl {
  private static final String ASK = "arn:aws:states:::sns:publish.waitForTaskToken";

  private Asl() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A state that asks people by a topic and waits for their answer.
  ///
  /// @param topic where the input has the topic's ARN
  /// @param result where the answer goes
  static ObjectNode ask(String topic, ObjectNode message, long seconds, String result) {
    var state = object().put("Type", "Task").put("Resource", ASK);
    var parameters = state.putObject("Parameters");
    parameters.put("TopicArn.$", topic);
    parameters.set("Message", message.put("token.$", "$$.Task.Token"));
    return state.put("TimeoutSeconds", seconds).put("ResultPath", result);
  }

  static ObjectNode fail(String error, String cause) {
    return object().put("Type", "Fail").put("Error", error).put("Cause", cause);
  }

  static ObjectNode pass(String result, ObjectNode parameters, String next) {
    var state = object().put("Type", "Pass");
    state.set("Parameters", parameters);
    return state.put("ResultPath", result).put("Next", next);
  }

  static ObjectNode succeed() {
    return object().put("Type", "Succeed");
  }

  static void caught(ObjectNode state, String error, String next) {
    var caught = state.withArray("Catch").addObject();
    caught.putArray("ErrorEquals").add(error);
    caught.put("ResultPath", "$.error").put("Next", next);
  }

  static ObjectNode choice(List<ObjectNode> rules, Optional<String> otherwise) {
    var state = object().put("Type", "Choice");
    var choices = state.putArray("Choices");
    rules.forEach(choices::add);
    otherwise.ifPresent(next -> state.put("Default", next));
    return state;
  }

  static ObjectNode test(String variable, String operator, JsonNode value) {
    return object().put("Variable", variable).set(operator, value);
  }

  static ObjectNode present(String variable, boolean is) {
    return object().put("Variable", variable).put("IsPresent", is);
  }

  static ObjectNode group(String word, List<ObjectNode> parts) {
    var rule = object();
    var array = rule.putArray(word);
    parts.forEach(array::add);
    return rule;
  }

  /// What an answer to a question for consent must say: that it is given, and by whom.
  static ObjectNode consent(int quorum, String next) {
    return group(
            "And",
            List.of(
                present("$.consent.given", true),
                object().put("Variable", "$.consent.given").put("BooleanEquals", true),
                present("$.consent.by[" + (quorum - 1) + "]", true)))
        .put("Next", next);
  }
}
