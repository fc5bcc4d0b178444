package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.Json;

/// Names the resource that a call is about, one way for all its calls.
final class PolicyResources {
  private PolicyResources() {}

  /// The ARN, or empty when the record names no resource.
  static String id(ApiCall call, ResourceKind kind, JsonNode request) {
    return switch (kind) {
      case ECR_REPOSITORY -> arn(call, "ecr", "repository/", Json.text(request, "repositoryName"));
      case KMS_KEY -> key(call, request);
      case LAMBDA_FUNCTION -> function(call, Json.text(request, "functionName"));
      case IAM_ROLE -> {
        var name = Json.text(request, "roleName");
        yield name.isEmpty() ? "" : "arn:aws:iam::" + call.account() + ":role/" + name;
      }
      case SECRET -> secret(call, request);
      case S3_ACCESS_POINT -> {
        var name = Json.any(request, "name", "accessPointName").asText("");
        yield arn(call, "s3", "accesspoint/", name.substring(name.lastIndexOf('/') + 1));
      }
      case S3_BUCKET,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          AZURE_STORAGE_ACCOUNT,
          AZURE_CONTAINER,
          DATABASE,
          OTHER ->
          "";
    };
  }

  private static String arn(ApiCall call, String service, String type, String name) {
    return name.isEmpty()
        ? ""
        : "arn:aws:" + service + ":" + call.region() + ":" + call.account() + ":" + type + name;
  }

  /// The key's ARN is among the record's resources; else it is made from the id asked for.
  private static String key(ApiCall call, JsonNode request) {
    for (var resource : call.resources()) {
      if (resource.contains(":key/")) {
        return resource;
      }
    }
    var made = Json.parse(call.response()).path("keyMetadata");
    var name =
        made.isMissingNode()
            ? Json.text(request, "keyId")
            : Json.any(made, "arn", "keyId").asText("");
    return name.startsWith("arn:") ? name : arn(call, "kms", "key/", name);
  }

  /// Name, partial ARN (`account:function:name`) or ARN, each with or without a qualifier.
  private static String function(ApiCall call, String name) {
    var marker = name.indexOf("function:");
    var plain = marker < 0 ? name : name.substring(marker + "function:".length());
    var colon = plain.indexOf(':');
    return arn(call, "lambda", "function:", colon < 0 ? plain : plain.substring(0, colon));
  }

  private static String secret(ApiCall call, JsonNode request) {
    var asked = Json.text(request, "secretId");
    if (asked.startsWith("arn:")) {
      return asked;
    }
    var made = Json.parse(call.response());
    var answered = Json.any(made, "aRN", "arn", "ARN").asText("");
    return answered.isEmpty() ? asked : answered;
  }
}
