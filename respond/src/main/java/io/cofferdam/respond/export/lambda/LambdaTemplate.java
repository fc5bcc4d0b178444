package io.cofferdam.respond.export.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.export.Script;
import io.cofferdam.respond.export.Script.Assertion;
import io.cofferdam.respond.export.Script.Call;
import io.cofferdam.respond.export.Script.Read;
import io.cofferdam.respond.export.Script.Take;
import io.cofferdam.respond.export.asl.AslConsent;
import io.cofferdam.respond.spi.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes a planned act as a template of CloudFormation: a function that makes exactly the planned
/// calls, a role with exactly the planned permissions, and a state machine that asks people before
/// it lets the function act or go back. Nothing else may invoke the function by this template.
public final class LambdaTemplate {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Script script;

  private LambdaTemplate(Script script) {
    this.script = script;
  }

  /// The template.
  ///
  /// @throws CofferdamException CFD-RESPOND-0356 where our own code cannot be read
  public static ObjectNode of(Script script) {
    return new LambdaTemplate(script).template();
  }

  private ObjectNode template() {
    var template = NODES.objectNode();
    template.put("AWSTemplateFormatVersion", "2010-09-09");
    var words = script.title() + ". Plan " + script.plan().hash();
    template.put("Description", words.length() > 1_000 ? words.substring(0, 1_000) : words);
    template
        .putObject("Parameters")
        .putObject("ConsentTopicArn")
        .put("Type", "String")
        .put("Description", "The SNS topic by which people are asked.")
        .put("AllowedPattern", "^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:.+$");
    var resources = template.putObject("Resources");
    log(resources);
    functionRole(resources);
    function(resources);
    machineRole(resources);
    machine(resources);
    var outputs = template.putObject("Outputs");
    var output = outputs.putObject("StateMachineArn");
    output.put(
        "Description",
        "Start it with way (act or back) and made ({} to act; to go back, what acting told).");
    output.putObject("Value").put("Ref", "StateMachine");
    return template;
  }

  private static ObjectNode resource(ObjectNode resources, String name, String type) {
    return resources.putObject(name).put("Type", type).putObject("Properties");
  }

  private static ObjectNode attribute(String resource, String name) {
    var value = NODES.objectNode();
    value.putArray("Fn::GetAtt").add(resource).add(name);
    return value;
  }

  private static void log(ObjectNode resources) {
    resource(resources, "Log", "AWS::Logs::LogGroup").put("RetentionInDays", 365);
    ((ObjectNode) resources.path("Log"))
        .put("DeletionPolicy", "Retain")
        .put("UpdateReplacePolicy", "Retain");
  }

  private static ObjectNode role(ObjectNode resources, String name, String service) {
    var role = resource(resources, name, "AWS::IAM::Role");
    var trust = role.putObject("AssumeRolePolicyDocument").put("Version", "2012-10-17");
    var statement = trust.putArray("Statement").addObject().put("Effect", "Allow");
    statement.putObject("Principal").put("Service", service);
    statement.put("Action", "sts:AssumeRole");
    return role;
  }

  private static ArrayNode policy(ObjectNode role, String name) {
    var policy = role.withArray("Policies").addObject().put("PolicyName", name);
    return policy.putObject("PolicyDocument").put("Version", "2012-10-17").putArray("Statement");
  }

  private void functionRole(ObjectNode resources) {
    var role = role(resources, "FunctionRole", "lambda.amazonaws.com");
    var planned = policy(role, "planned");
    statements(script.plan().permissions()).forEach(planned::add);
    var log = policy(role, "log").addObject().put("Effect", "Allow");
    log.putArray("Action").add("logs:CreateLogStream").add("logs:PutLogEvents");
    log.set("Resource", attribute("Log", "Arn"));
  }

  /// What a plan's permissions are as statements: one for each resource.
  public static List<ObjectNode> statements(List<Permission> permissions) {
    var byResource = new TreeMap<String, TreeSet<String>>();
    permissions.forEach(
        each ->
            byResource.computeIfAbsent(each.resource(), _ -> new TreeSet<>()).add(each.action()));
    return byResource.entrySet().stream()
        .map(
            each -> {
              var statement = NODES.objectNode().put("Effect", "Allow");
              each.getValue().forEach(statement.putArray("Action")::add);
              return statement.put("Resource", each.getKey());
            })
        .toList();
  }

  private void function(ObjectNode resources) {
    var function = resource(resources, "Function", "AWS::Lambda::Function");
    function.put("Runtime", "python3.13").put("Handler", "index.handler").put("Timeout", 300);
    function.put("ReservedConcurrentExecutions", 1);
    function.set("Role", attribute("FunctionRole", "Arn"));
    function.putObject("LoggingConfig").putObject("LogGroup").put("Ref", "Log");
    function.putObject("Code").put("ZipFile", code());
  }

  /// The function's code: ours, with the plan as one text in it.
  String code() {
    try (var in = LambdaTemplate.class.getResourceAsStream("act.py")) {
      if (in == null) {
        throw new IOException("it is not packed");
      }
      var code = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return code.replace("@PLAN@", literal(literal(plan())).toString());
    } catch (IOException bad) {
      throw new CofferdamException(
          "CFD-RESPOND-0356",
          ErrorCategory.INTERNAL,
          "`act.py` cannot be read [the code of the exported function]",
          "install the program anew",
          bad);
    }
  }

  private static String literal(Object value) {
    try {
      return ASCII.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree of JSON can be written", impossible);
    }
  }

  private ObjectNode plan() {
    var plan = NODES.objectNode();
    plan.put("account", script.plan().target().account());
    plan.put("region", script.plan().target().region());
    script.before().forEach(each -> plan.withArray("before").add(check(each)));
    script.after().forEach(each -> plan.withArray("after").add(check(each)));
    plan.withArray("before");
    plan.withArray("after");
    var steps = plan.putArray("steps");
    for (var step : script.steps()) {
      var node = call(step.call());
      node.put("words", step.words());
      reads(node, step.reads());
      var gives = node.putArray("gives");
      step.gives().forEach(take -> gives.add(take(NODES.objectNode(), take)));
      node.putNull("undo");
      step.undo()
          .ifPresent(
              undo -> {
                var inverse = call(undo.call());
                reads(inverse, undo.reads());
                node.set("undo", inverse);
              });
      steps.add(node);
    }
    return plan;
  }

  private static ObjectNode call(Call call) {
    var node = NODES.objectNode();
    node.put("service", call.service()).put("operation", call.operation());
    node.set("parameters", call.parameters());
    return node;
  }

  private static ObjectNode take(ObjectNode node, Take take) {
    return node.put("pointer", take.pointer()).put("selector", take.selector());
  }

  private static void reads(ObjectNode node, List<Read> reads) {
    var array = node.putArray("reads");
    reads.forEach(read -> array.add(take(call(read.call()), read.take())));
  }

  private static ObjectNode check(Assertion assertion) {
    return call(assertion.call())
        .put("selector", assertion.selector())
        .put("value", assertion.value());
  }

  private static void machineRole(ObjectNode resources) {
    var role = role(resources, "StateMachineRole", "states.amazonaws.com");
    var statements = policy(role, "ask-and-act");
    var ask = statements.addObject().put("Effect", "Allow").put("Action", "sns:Publish");
    ask.putObject("Resource").put("Ref", "ConsentTopicArn");
    var act = statements.addObject().put("Effect", "Allow").put("Action", "lambda:InvokeFunction");
    act.set("Resource", attribute("Function", "Arn"));
  }

  private void machine(ObjectNode resources) {
    var machine = resource(resources, "StateMachine", "AWS::StepFunctions::StateMachine");
    machine.set("RoleArn", attribute("StateMachineRole", "Arn"));
    machine.put("StateMachineType", "STANDARD");
    machine.set("Definition", AslConsent.before(script));
    var values = machine.putObject("DefinitionSubstitutions");
    values.putObject("ConsentTopicArn").put("Ref", "ConsentTopicArn");
    values.set("FunctionArn", attribute("Function", "Arn"));
  }
}
