package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads what a successful call did to the shares of EBS snapshots, machine images and RDS
/// snapshots.
///
/// A new one is shared with nobody (Amazon EC2 User Guide, "Share an Amazon EBS snapshot" and
/// "Share an AMI with specific AWS accounts"; Amazon RDS User Guide, "Sharing a DB snapshot").
final class GrantEvents {
  /// Everybody with an account, as EC2 and RDS write it.
  static final String ALL = "all";

  private static final Map<String, String> CREATIONS =
      Map.of(
          "CreateSnapshot", "snapshot made",
          "CopySnapshot", "snapshot copied",
          "CreateImage", "image made",
          "CopyImage", "image copied",
          "RegisterImage", "image registered",
          "CreateDBSnapshot", "snapshot made",
          "CopyDBSnapshot", "snapshot copied",
          "CreateDBClusterSnapshot", "snapshot made",
          "CopyDBClusterSnapshot", "snapshot copied");

  private GrantEvents() {}

  static List<GrantChange> read(ApiCall call, ResourceKind kind) {
    var request = Json.parse(call.request());
    return switch (kind) {
      case EBS_SNAPSHOT -> machine(call, kind, "snapshot/", "snapshotId", request);
      case MACHINE_IMAGE -> machine(call, kind, "image/", "imageId", request);
      case RDS_SNAPSHOT -> database(call, request);
      case S3_BUCKET,
          S3_ACCESS_POINT,
          ECR_REPOSITORY,
          KMS_KEY,
          LAMBDA_FUNCTION,
          IAM_ROLE,
          AZURE_STORAGE_ACCOUNT,
          AZURE_CONTAINER,
          DATABASE,
          SECRET,
          OTHER ->
          List.of();
    };
  }

  private static List<GrantChange> machine(
      ApiCall call, ResourceKind kind, String type, String idField, JsonNode request) {
    var creation = CREATIONS.get(call.action());
    var name =
        creation == null
            ? Json.text(request, idField)
            : Json.text(Json.parse(call.response()), idField);
    var told = new Told(call, machine(call, kind, type, name));
    if (name.isEmpty()) {
      return List.of();
    }
    if (creation != null) {
      told.creation(creation);
      return told.changes;
    }
    switch (call.action()) {
      case "ResetSnapshotAttribute", "ResetImageAttribute" ->
          told.everybody(Part.known(false), "shares reset to nobody");
      case "DeleteSnapshot", "DeregisterImage" -> told.everybody(Part.absent(), "deleted");
      default -> {
        var permission = Json.any(request, "createVolumePermission", "launchPermission");
        told.shares(names(permission.path("add")), true);
        told.shares(names(permission.path("remove")), false);
      }
    }
    return told.changes;
  }

  private static ResourceId machine(ApiCall call, ResourceKind kind, String type, String name) {
    return new ResourceId(kind, "arn:aws:ec2:" + call.region() + "::" + type + name);
  }

  private static List<String> names(JsonNode permission) {
    var names = new ArrayList<String>();
    for (var item : Json.items(permission.path("items"))) {
      var name =
          Json.any(item, "userId", "group", "organizationArn", "organizationalUnitArn").asText("");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<GrantChange> database(ApiCall call, JsonNode request) {
    var cluster = call.action().contains("Cluster");
    var field = cluster ? "dBClusterSnapshotIdentifier" : "dBSnapshotIdentifier";
    var target = cluster ? "targetDBClusterSnapshotIdentifier" : "targetDBSnapshotIdentifier";
    var name = Json.text(request, call.action().startsWith("Copy") ? target : field);
    if (name.isEmpty()) {
      return List.of();
    }
    var told = new Told(call, database(call, name, cluster));
    var creation = CREATIONS.get(call.action());
    if (creation != null) {
      told.creation(creation);
    } else if (call.action().startsWith("Delete")) {
      told.everybody(Part.absent(), "deleted");
    } else {
      told.shares(texts(request.path("valuesToAdd")), true);
      told.shares(texts(request.path("valuesToRemove")), false);
    }
    return told.changes;
  }

  static ResourceId database(ApiCall call, String name, boolean cluster) {
    return new ResourceId(
        ResourceKind.RDS_SNAPSHOT,
        name.startsWith("arn:")
            ? name
            : "arn:aws:rds:"
                + call.region()
                + ":"
                + call.account()
                + (cluster ? ":cluster-snapshot:" : ":snapshot:")
                + name);
  }

  private static List<String> texts(JsonNode items) {
    return Json.items(items).stream().map(JsonNode::asText).filter(t -> !t.isEmpty()).toList();
  }

  /// Collects what one call told.
  private static final class Told {
    private final ApiCall call;
    private final ResourceId resource;
    private final List<GrantChange> changes = new ArrayList<>();

    Told(ApiCall call, ResourceId resource) {
      this.call = call;
      this.resource = resource;
    }

    void creation(String words) {
      add("", Part.known(false), true, words + ", shared with nobody");
    }

    void everybody(Part<Boolean> value, String words) {
      add("", value, false, words);
    }

    void shares(List<String> grantees, boolean given) {
      for (var grantee : grantees) {
        add(
            grantee,
            Part.known(given),
            false,
            (given ? "shared with " : "share taken back from ") + words(grantee));
      }
    }

    private static String words(String grantee) {
      return grantee.equals(ALL)
          ? "any account of the provider"
          : grantee.startsWith("arn:") ? grantee : "account " + grantee;
    }

    private void add(String grantee, Part<Boolean> value, boolean creates, String words) {
      changes.add(
          new GrantChange(
              resource,
              grantee,
              call.account(),
              call.region(),
              new Change<>(
                  call.time(), value, creates, words, call.caller().groupingName(), call.ref())));
    }
  }
}
