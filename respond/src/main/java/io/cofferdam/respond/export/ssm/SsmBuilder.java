package io.cofferdam.respond.export.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.export.Refused;
import io.cofferdam.respond.export.Script;
import io.cofferdam.respond.export.Script.Assertion;
import io.cofferdam.respond.export.Script.Call;
import io.cofferdam.respond.export.Script.Read;
import io.cofferdam.respond.export.Script.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts one document together, step after step.
final class SsmBuilder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String STATE = "$state:";
  private static final int WAIT_FOR_PEOPLE = 14_400;
  private static final int WAIT_FOR_AWS = 300;
  private static final int LONGEST_MESSAGE = 4_000;

  private final Script script;
  private final ObjectNode document = NODES.objectNode();
  private final List<ObjectNode> steps = new ArrayList<>();
  private final Map<String, String> references = new HashMap<>();

  SsmBuilder(Script script) {
    this.script = script;
  }

  static String readName(int i, boolean undo) {
    return (undo ? "ReadForUndo" : "ReadForStep") + (i + 1);
  }

  static String undoName(int i) {
    return "Undo" + (i + 1);
  }

  /// Parameters, and the steps before anything is done.
  ///
  /// @param given what whoever starts it must tell, as the plan does not know it
  void start(String prefix, List<Take> given) {
    var plan = script.plan();
    document.put("schemaVersion", "0.3");
    document.put("description", prefix + description());
    document.put("assumeRole", "{{ AutomationAssumeRole }}");
    var parameters = document.putObject("parameters");
    parameter(
        parameters,
        "AutomationAssumeRole",
        "AWS::IAM::Role::Arn",
        "The role that acts. It needs what permissions.json says, and sns:Publish on the topic.");
    parameter(
        parameters,
        "ApprovalTopicArn",
        "String",
        "The SNS topic by which people are asked; its name begins with Automation.");
    parameter(
        parameters,
        "Approvers",
        "StringList",
        "Users or roles who may approve: "
            + plan.approvals()
            + " at least must, none of them who starts this.");
    for (var take : given) {
      parameter(parameters, take.name(), take.type(), "As the run that acted told it at its end.");
      references.put(take.pointer(), take.name());
    }
    account();
    region();
    approve(prefix);
  }

  private static void parameter(ObjectNode parameters, String name, String type, String words) {
    parameters.putObject(name).put("type", type).put("description", words);
  }

  private String description() {
    var plan = script.plan();
    var words = new StringBuilder(script.title()).append(". Plan ").append(plan.hash());
    words.append(", case mark ").append(plan.mark()).append(". Source: ");
    words.append(plan.kind().source()).append('.');
    if (!plan.limits().isEmpty()) {
      words.append(" What it does not do: ").append(String.join("; ", plan.limits())).append('.');
    }
    if (!script.unasserted().isEmpty()) {
      words.append(" Not asserted by this document: ");
      words.append(String.join(", ", script.unasserted())).append('.');
    }
    return plain("description", words.toString());
  }

  private void account() {
    var step = step("CheckAccount", "aws:assertAwsResourceProperty");
    step.put("onFailure", "Abort");
    step.putObject("inputs")
        .put("Service", "sts")
        .put("Api", "GetCallerIdentity")
        .put("PropertySelector", "$.Account")
        .putArray("DesiredValues")
        .add(script.plan().target().account());
  }

  private void region() {
    var region = script.plan().target().region();
    if (region.isEmpty()) {
      return;
    }
    var step = step("CheckRegion", "aws:branch");
    var inputs = step.putObject("inputs");
    inputs
        .putArray("Choices")
        .addObject()
        .put("NextStep", "Approve")
        .put("Variable", "{{ global:REGION }}")
        .put("StringEquals", region);
    inputs.put("Default", "WrongRegion");
    step.put("isEnd", true);
  }

  private void approve(String prefix) {
    var plan = script.plan();
    var step = step("Approve", "aws:approve");
    step.put("timeoutSeconds", WAIT_FOR_PEOPLE);
    step.put("onFailure", "Abort");
    var message = new StringBuilder(prefix).append(script.title()).append(". Steps: ");
    for (var each : script.steps()) {
      message.append(each.words()).append("; ");
    }
    message.append("plan ").append(plan.hash());
    var text = plain("the steps", message.toString());
    step.putObject("inputs")
        .put("NotificationArn", "{{ ApprovalTopicArn }}")
        .put("Approvers", "{{ Approvers }}")
        .put("MinRequiredApprovals", plan.approvals())
        .put(
            "Message", text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text);
  }

  /// One step for each value that must be so; nothing is done where one is not.
  void asserted(String prefix, List<Assertion> assertions) {
    int number = 0;
    for (var each : assertions) {
      number++;
      property("Check" + prefix + number, "aws:assertAwsResourceProperty", each);
    }
  }

  /// One step for each value that must come to be so.
  void awaited(String prefix, List<Assertion> assertions) {
    int number = 0;
    for (var each : assertions) {
      number++;
      var step = property("Await" + prefix + number, "aws:waitForAwsResourceProperty", each);
      step.put("timeoutSeconds", WAIT_FOR_AWS);
      step.put("isEnd", number == assertions.size());
    }
  }

  private ObjectNode property(String name, String action, Assertion assertion) {
    var step = step(name, action);
    step.put("onFailure", "Abort");
    var inputs = inputs(step, assertion.call());
    inputs.put("PropertySelector", assertion.selector());
    inputs.putArray("DesiredValues").add(assertion.value());
    return step;
  }

  /// Reads what a call needs.
  ///
  /// @param failed the step to undo from where it fails, or -1
  void read(String name, Read read, int failed) {
    var step = step(name, "aws:executeAwsApi");
    step.put("onFailure", onFailure(failed));
    inputs(step, read.call());
    output(step, read.take());
    references.put(read.take().pointer(), name + "." + read.take().name());
  }

  void call(String name, Script.Step of, int failed, boolean end) {
    var step = step(name, "aws:executeAwsApi");
    step.put("description", plain(name, of.words()));
    step.put("onFailure", onFailure(failed));
    inputs(step, of.call());
    for (var take : of.gives()) {
      output(step, take);
      references.put(take.pointer(), name + "." + take.name());
    }
    if (end) {
      step.put("isEnd", true);
    }
  }

  private String onFailure(int failed) {
    return failed < 0 ? "Abort" : "step:" + undoStart(failed);
  }

  private String undoStart(int i) {
    var reads = script.steps().get(i).undo().map(undo -> !undo.reads().isEmpty()).orElse(false);
    return reads ? readName(i, true) : undoName(i);
  }

  /// An inverse after something failed: it is tried, and the one before it too, however it ends.
  void undo(int i, Script.Step of, int next, boolean last) {
    var undo = of.undo().orElseThrow();
    for (var read : undo.reads()) {
      read(readName(i, true), read, last ? -1 : next);
    }
    var step = step(undoName(i), "aws:executeAwsApi");
    step.put("description", plain(undoName(i), "undo: " + of.words()));
    step.put("onFailure", last ? "Abort" : "step:" + undoStart(next));
    inputs(step, undo.call());
    if (last) {
      step.put("isEnd", true);
    } else {
      step.put("nextStep", undoStart(next));
    }
  }

  /// An inverse of the way back: where it fails, those before it are not tried.
  void goBack(int i, Script.Step of, boolean end) {
    var undo = of.undo().orElseThrow();
    for (var read : undo.reads()) {
      read(readName(i, true), read, -1);
    }
    var step = step(undoName(i), "aws:executeAwsApi");
    step.put("description", plain(undoName(i), "undo: " + of.words()));
    step.put("onFailure", "Abort");
    inputs(step, undo.call());
    if (end) {
      step.put("isEnd", true);
    }
  }

  private static void output(ObjectNode step, Take take) {
    step.withArray("outputs")
        .addObject()
        .put("Name", take.name())
        .put("Selector", take.selector())
        .put("Type", take.type());
  }

  private ObjectNode step(String name, String action) {
    var step = NODES.objectNode().put("name", name).put("action", action);
    steps.add(step);
    return step;
  }

  private ObjectNode inputs(ObjectNode step, Call call) {
    var inputs = step.putObject("inputs");
    inputs.put("Service", call.service());
    inputs.put("Api", call.operation());
    inputs.setAll((ObjectNode) filled(call.parameters(), call.words()));
    return inputs;
  }

  private JsonNode filled(JsonNode node, String where) {
    if (node.isTextual()) {
      var text = node.textValue();
      var reference =
          text.startsWith(STATE) ? references.get(text.substring(STATE.length())) : null;
      return NODES.textNode(reference == null ? plain(where, text) : "{{ " + reference + " }}");
    }
    if (node instanceof ArrayNode array) {
      var copy = NODES.arrayNode();
      array.forEach(each -> copy.add(filled(each, where)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      var copy = NODES.objectNode();
      object.properties().forEach(each -> copy.set(each.getKey(), filled(each.getValue(), where)));
      return copy;
    }
    return node;
  }

  /// A text that Automation takes as it is.
  private static String plain(String where, String text) {
    if (text.contains("{{")) {
      throw Refused.braces(where);
    }
    return text;
  }

  /// The document, with what each step goes to written out.
  ObjectNode end(List<String> outputs) {
    if (!script.plan().target().region().isEmpty()) {
      var wrong = step("WrongRegion", "aws:assertAwsResourceProperty");
      wrong.put("description", "Ends the run as failed: the plan is for another region.");
      wrong.put("onFailure", "Abort");
      wrong
          .putObject("inputs")
          .put("Service", "sts")
          .put("Api", "GetCallerIdentity")
          .put("PropertySelector", "$.Account")
          .putArray("DesiredValues")
          .add("run this document in " + script.plan().target().region());
      wrong.put("isEnd", true);
    }
    for (int i = 0; i + 1 < steps.size(); i++) {
      var step = steps.get(i);
      if (!step.path("isEnd").asBoolean() && !step.has("nextStep")) {
        step.put("nextStep", steps.get(i + 1).path("name").asText());
      }
      if (step.has("isEnd") && !step.path("isEnd").asBoolean()) {
        step.remove("isEnd");
      }
    }
    steps.getLast().put("isEnd", true);
    document.putArray("mainSteps").addAll(steps);
    if (!outputs.isEmpty()) {
      var told = document.putArray("outputs");
      outputs.forEach(told::add);
    }
    return document;
  }
}
