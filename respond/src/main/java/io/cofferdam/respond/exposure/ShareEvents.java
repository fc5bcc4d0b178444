package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a successful call shared, for the list of changes.
final class ShareEvents {
  private ShareEvents() {}

  static List<Share> read(ApiCall call, ResourceKind kind) {
    var request = Json.parse(call.request());
    return switch (kind) {
      case S3_ACCESS_POINT ->
          one(
              call,
              kind,
              arn(call, "s3", "accesspoint/" + accessPoint(request)),
              policy(call, request, "policy", "Policy"));
      case EBS_SNAPSHOT ->
          permissions(call, kind, "snapshot/", "snapshotId", "createVolumePermission", request);
      case MACHINE_IMAGE ->
          permissions(call, kind, "image/", "imageId", "launchPermission", request);
      case RDS_SNAPSHOT -> databaseSnapshot(call, request);
      case ECR_REPOSITORY ->
          one(
              call,
              kind,
              arn(call, "ecr", "repository/" + Json.text(request, "repositoryName")),
              policy(call, request, "policyText"));
      case KMS_KEY -> key(call, request);
      case LAMBDA_FUNCTION -> function(call, request);
      case IAM_ROLE ->
          one(
              call,
              kind,
              "arn:aws:iam::" + call.account() + ":role/" + Json.text(request, "roleName"),
              policy(call, request, "assumeRolePolicyDocument", "policyDocument"));
      case SECRET ->
          one(call, kind, Json.text(request, "secretId"), policy(call, request, "resourcePolicy"));
      case AZURE_STORAGE_ACCOUNT, AZURE_CONTAINER -> AzureShares.read(call, kind);
      case S3_BUCKET, DATABASE, OTHER -> List.of();
    };
  }

  private static String arn(ApiCall call, String service, String rest) {
    return "arn:aws:" + service + ":" + call.region() + ":" + call.account() + ":" + rest;
  }

  private static String accessPoint(JsonNode request) {
    var name = Json.any(request, "name", "accessPointName").asText("");
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// What happened and whom it names.
  private record Told(String words, List<Audience> audiences) {}

  private static List<Share> one(ApiCall call, ResourceKind kind, String id, Told told) {
    if (id.isEmpty() || id.endsWith("/")) {
      return List.of();
    }
    return List.of(
        new Share(
            new ResourceId(kind, id),
            call.time(),
            told.words(),
            call.caller().groupingName(),
            told.audiences(),
            call.account(),
            call.ref()));
  }

  private static Told policy(ApiCall call, JsonNode request, String... fields) {
    var policy = Json.any(request, fields);
    if (policy.isMissingNode()) {
      return new Told(call.action(), List.of());
    }
    var named = NamedOutsiders.ofPolicy(policy, call.account());
    return new Told(
        call.action()
            + ": policy set that names "
            + (named.isEmpty() ? "no outsider" : NamedOutsiders.words(named)),
        named);
  }

  /// EC2's shares: items of `userId`, `group` (`all`) or an organisation.
  private static List<Share> permissions(
      ApiCall call,
      ResourceKind kind,
      String type,
      String idField,
      String field,
      JsonNode request) {
    var shares = new ArrayList<Share>();
    var id = "arn:aws:ec2:" + call.region() + "::" + type + Json.text(request, idField);
    var permission = request.path(field);
    shares.addAll(one(call, kind, id, items(call, permission.path("add"), "shared with ")));
    shares.addAll(
        one(call, kind, id, items(call, permission.path("remove"), "share taken back from ")));
    shares.removeIf(s -> s.words().isEmpty());
    if (shares.isEmpty()) {
      shares.addAll(one(call, kind, id, new Told(call.action(), List.of())));
    }
    return shares;
  }

  private static Told items(ApiCall call, JsonNode permission, String act) {
    var names = new ArrayList<String>();
    for (var item : Json.items(permission.path("items"))) {
      names.add(
          Json.any(item, "userId", "group", "organizationArn", "organizationalUnitArn").asText(""));
    }
    return told(call, names, act);
  }

  private static Told told(ApiCall call, List<String> names, String act) {
    if (names.isEmpty()) {
      return new Told("", List.of());
    }
    var named = NamedOutsiders.ofAll(names, call.account());
    return new Told(
        act + (named.isEmpty() ? "nobody outside that is named" : NamedOutsiders.words(named)),
        named);
  }

  private static List<Share> databaseSnapshot(ApiCall call, JsonNode request) {
    var single = Json.text(request, "dBSnapshotIdentifier");
    var id =
        single.isEmpty()
            ? arn(
                call,
                "rds",
                "cluster-snapshot:" + Json.text(request, "dBClusterSnapshotIdentifier"))
            : single.startsWith("arn:") ? single : arn(call, "rds", "snapshot:" + single);
    var shares = new ArrayList<Share>();
    for (var way : List.of("valuesToAdd", "valuesToRemove")) {
      var names = Json.items(request.path(way)).stream().map(JsonNode::asText).toList();
      var act = way.equals("valuesToAdd") ? "shared with " : "share taken back from ";
      shares.addAll(one(call, ResourceKind.RDS_SNAPSHOT, id, told(call, names, act)));
    }
    shares.removeIf(s -> s.words().isEmpty());
    return shares.isEmpty()
        ? one(call, ResourceKind.RDS_SNAPSHOT, id, new Told(call.action(), List.of()))
        : shares;
  }

  private static List<Share> key(ApiCall call, JsonNode request) {
    var name = Json.text(request, "keyId");
    var id = name.startsWith("arn:") || name.isEmpty() ? name : arn(call, "kms", "key/" + name);
    var grantee = Optional.of(Json.text(request, "granteePrincipal")).filter(g -> !g.isEmpty());
    var told =
        grantee
            .map(g -> told(call, List.of(g), "key use granted to "))
            .orElseGet(() -> policy(call, request, "policy"));
    return one(call, ResourceKind.KMS_KEY, id, told);
  }

  private static List<Share> function(ApiCall call, JsonNode request) {
    var name = Json.text(request, "functionName");
    var id =
        name.startsWith("arn:") || name.isEmpty() ? name : arn(call, "lambda", "function:" + name);
    var told =
        switch (Json.text(request, "authType")) {
          case "NONE" -> new Told("URL without authentication", List.of(new Audience.Anyone()));
          case "AWS_IAM" -> new Told("URL with IAM authentication", List.of());
          default -> {
            var principal = Json.text(request, "principal");
            yield principal.isEmpty()
                ? new Told(call.action(), List.of())
                : told(call, List.of(principal), "invocation permitted to ");
          }
        };
    return one(call, ResourceKind.LAMBDA_FUNCTION, id, told);
  }
}
