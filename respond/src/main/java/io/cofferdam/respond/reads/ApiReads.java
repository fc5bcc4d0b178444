package io.cofferdam.respond.reads;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.json.TopFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of the control plane by which content leaves: secrets and parameters read, images
/// pulled, snapshots copied or made into volumes, keys used to decrypt, query results fetched.
///
/// A share of a snapshot or image is not here: it opens the resource, which is an exposure; what
/// the other account then does with it is in that account's logs, except for the two
/// `SharedSnapshot...` events that AWS writes into the owner's trail (Amazon EBS User Guide,
/// "Monitor shared snapshots").
final class ApiReads {
  /// How an action reads: the kind of what is read, and the request field that names it.
  private record Shape(ResourceKind kind, String prefix, String field) {}

  /// By service, then by action.
  private static final Map<String, Map<String, Shape>> SHAPES =
      byService(
          shape("secretsmanager", "GetSecretValue", ResourceKind.SECRET, "secret:", "secretId"),
          shape(
              "secretsmanager",
              "BatchGetSecretValue",
              ResourceKind.SECRET,
              "secret:",
              "secretIdList"),
          shape("ssm", "GetParameter", ResourceKind.SECRET, "parameter:", "name"),
          shape("ssm", "GetParameters", ResourceKind.SECRET, "parameter:", "names"),
          shape("ssm", "GetParameterHistory", ResourceKind.SECRET, "parameter:", "name"),
          shape("ssm", "GetParametersByPath", ResourceKind.SECRET, "parameter:", "path"),
          shape(
              "ecr", "BatchGetImage", ResourceKind.ECR_REPOSITORY, "repository/", "repositoryName"),
          shape(
              "ecr",
              "GetDownloadUrlForLayer",
              ResourceKind.ECR_REPOSITORY,
              "repository/",
              "repositoryName"),
          shape(
              "ec2",
              "SharedSnapshotCopyInitiated",
              ResourceKind.EBS_SNAPSHOT,
              "snapshot/",
              "snapshotId"),
          shape(
              "ec2",
              "SharedSnapshotVolumeCreated",
              ResourceKind.EBS_SNAPSHOT,
              "snapshot/",
              "snapshotId"),
          shape("ec2", "CopySnapshot", ResourceKind.EBS_SNAPSHOT, "snapshot/", "sourceSnapshotId"),
          shape("ec2", "CreateVolume", ResourceKind.EBS_SNAPSHOT, "snapshot/", "snapshotId"),
          shape("ec2", "CopyImage", ResourceKind.MACHINE_IMAGE, "image/", "sourceImageId"),
          shape("ebs", "GetSnapshotBlock", ResourceKind.EBS_SNAPSHOT, "snapshot/", "snapshotId"),
          shape(
              "rds",
              "CopyDBSnapshot",
              ResourceKind.RDS_SNAPSHOT,
              "snapshot:",
              "sourceDBSnapshotIdentifier"),
          shape(
              "rds",
              "CopyDBClusterSnapshot",
              ResourceKind.RDS_SNAPSHOT,
              "cluster-snapshot:",
              "sourceDBClusterSnapshotIdentifier"),
          shape(
              "rds",
              "RestoreDBInstanceFromDBSnapshot",
              ResourceKind.RDS_SNAPSHOT,
              "snapshot:",
              "dBSnapshotIdentifier"),
          shape("rds", "StartExportTask", ResourceKind.RDS_SNAPSHOT, "snapshot:", "sourceArn"),
          shape("kms", "Decrypt", ResourceKind.KMS_KEY, "key/", "keyId"),
          shape("athena", "GetQueryResults", ResourceKind.OTHER, "query/", "queryExecutionId"),
          shape(
              "sagemaker",
              "CreateModelPackage",
              ResourceKind.OTHER,
              "model-package/",
              "modelPackageName"));

  private ApiReads() {}

  private static Map.Entry<String, Shape> shape(
      String service, String action, ResourceKind kind, String prefix, String field) {
    return Map.entry(service + ".amazonaws.com/" + action, new Shape(kind, prefix, field));
  }

  @SafeVarargs
  private static Map<String, Map<String, Shape>> byService(Map.Entry<String, Shape>... shapes) {
    var all = new HashMap<String, Map<String, Shape>>();
    for (var each : shapes) {
      int slash = each.getKey().indexOf('/');
      all.computeIfAbsent(each.getKey().substring(0, slash), service -> new HashMap<>())
          .put(each.getKey().substring(slash + 1), each.getValue());
    }
    return all;
  }

  static boolean reads(String service, String action) {
    return shape(service, action) != null;
  }

  private static @Nullable Shape shape(String service, String action) {
    var actions = SHAPES.get(service);
    return actions == null ? null : actions.get(action);
  }

  /// The accesses that the call amounts to; none where the call names nothing.
  static List<ObjectAccess> of(ApiCall call) {
    var shape = shape(call.service(), call.action());
    if (shape == null) {
      return List.of();
    }
    var names = names(call, shape);
    var accesses = new ArrayList<ObjectAccess>();
    for (var name : names) {
      accesses.add(
          new ObjectAccess(
              call.ref(),
              call.time(),
              AccessLog.CLOUDTRAIL_DATA,
              AccessOperation.READ,
              call.action(),
              call.caller(),
              new ResourceId(shape.kind(), arn(call, shape, name)),
              name,
              "",
              "",
              0,
              0,
              0,
              call.errorCode(),
              call.requestId(),
              false,
              call.account(),
              call.region()));
    }
    return accesses;
  }

  private static List<String> names(ApiCall call, Shape shape) {
    var names = new ArrayList<>(TopFields.texts(call.request(), shape.field(), 100));
    if (names.isEmpty() && !call.resources().isEmpty()) {
      names.add(call.resources().getFirst());
    }
    names.removeIf(String::isBlank);
    return names;
  }

  private static String arn(ApiCall call, Shape shape, String name) {
    if (name.startsWith("arn:")) {
      return name;
    }
    for (var resource : call.resources()) {
      if (resource.startsWith("arn:") && resource.contains(name)) {
        return resource;
      }
    }
    var service = call.service().substring(0, call.service().indexOf('.'));
    boolean ownerless = service.equals("ec2") || service.equals("ebs");
    return "arn:aws:"
        + (ownerless ? "ec2" : service)
        + ":"
        + call.region()
        + ":"
        + (ownerless ? "" : call.account())
        + ":"
        + shape.prefix()
        + name;
  }
}
