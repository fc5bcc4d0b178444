package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import io.cofferdam.respond.json.Json;

/// What calls do to a Lambda function: the statements of its policy, its URL.
final class FunctionEvents {
  private FunctionEvents() {}

  static void read(PolicyEvents.Told told, JsonNode request) {
    var action = told.call().action();
    if (action.startsWith("CreateFunction20")) {
      told.creation(Part.known(""), "function made");
    } else if (action.startsWith("DeleteFunction20")) {
      told.deletion("function deleted");
    } else if (action.startsWith("AddPermission")) {
      var statement = statement(told, request);
      told.set(
          new Slot.Item(Json.text(request, "statementId")),
          Part.known(statement.toString()),
          "invocation permitted to " + Json.text(request, "principal"));
    } else if (action.startsWith("RemovePermission")) {
      told.set(
          new Slot.Item(Json.text(request, "statementId")),
          Part.known(""),
          "permission taken back");
    } else if (action.equals("DeleteFunctionUrlConfig")) {
      told.set(new Slot.FunctionUrl(), Part.known(""), "function URL removed");
    } else if (request.has("authType")) {
      var type = Json.text(request, "authType");
      told.set(
          new Slot.FunctionUrl(),
          Part.known(type),
          type.equals("NONE") ? "URL without authentication" : "URL with IAM authentication");
    }
  }

  /// The statement as the answer tells it, else as the request asks for it (AWS Lambda API
  /// Reference, AddPermission).
  private static JsonNode statement(PolicyEvents.Told told, JsonNode request) {
    var answered = Json.decoded(Json.parse(told.call().response()).path("statement"));
    if (answered.isObject()) {
      return answered;
    }
    var statement = JsonNodeFactory.instance.objectNode();
    statement.put("Sid", Json.text(request, "statementId"));
    statement.put("Effect", "Allow");
    statement.put("Action", Json.text(request, "action"));
    statement.put("Resource", "*");
    var principal = Json.text(request, "principal");
    if (principal.equals("*")) {
      statement.put("Principal", "*");
    } else {
      statement
          .putObject("Principal")
          .put(principal.contains(".amazonaws.com") ? "Service" : "AWS", principal);
    }
    condition(statement, request, "StringEquals", "aws:SourceAccount", "sourceAccount");
    condition(statement, request, "ArnLike", "aws:SourceArn", "sourceArn");
    condition(statement, request, "StringEquals", "aws:PrincipalOrgID", "principalOrgID");
    condition(
        statement, request, "StringEquals", "lambda:FunctionUrlAuthType", "functionUrlAuthType");
    condition(statement, request, "Bool", "lambda:InvokedViaFunctionUrl", "invokedViaFunctionUrl");
    return statement;
  }

  private static void condition(
      ObjectNode statement, JsonNode request, String operator, String key, String field) {
    var value = Json.text(request, field);
    if (!value.isEmpty()) {
      statement.withObjectProperty("Condition").withObjectProperty(operator).put(key, value);
    }
  }
}
