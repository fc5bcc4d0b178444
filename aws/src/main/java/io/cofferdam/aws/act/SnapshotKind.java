package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The copies that can be shared with other accounts, and how each service names that.
enum SnapshotKind {
  /// A copy of a disk.
  /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotAttribute.html
  SNAPSHOT("aws.ec2.unshare-snapshot", "snapshot", "a snapshot of a disk"),
  /// A copy of a machine.
  /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyImageAttribute.html
  IMAGE("aws.ec2.unshare-image", "image", "a machine image"),
  /// A copy of a database.
  /// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSnapshotAttribute.html
  DB_SNAPSHOT("aws.rds.unshare-snapshot", "snapshot", "a snapshot of a database"),
  /// A copy of a cluster of databases: ModifyDBClusterSnapshotAttribute in the same reference.
  CLUSTER_SNAPSHOT("aws.rds.unshare-cluster-snapshot", "snapshot", "a snapshot of a cluster");

  static final String EVERYBODY = "all";

  final String id;
  final String word;
  final String title;

  SnapshotKind(String id, String word, String title) {
    this.id = id;
    this.word = word;
    this.title = title;
  }

  ActCall read(Target target) {
    var name = target.name(word);
    return switch (this) {
      case SNAPSHOT ->
          call(
              target,
              "DescribeSnapshotAttribute",
              object().put("SnapshotId", name).put("Attribute", "createVolumePermission"));
      case IMAGE ->
          call(
              target,
              "DescribeImageAttribute",
              object().put("ImageId", name).put("Attribute", "launchPermission"));
      case DB_SNAPSHOT ->
          call(target, "DescribeDBSnapshotAttributes", object().put("DBSnapshotIdentifier", name));
      case CLUSTER_SNAPSHOT ->
          call(
              target,
              "DescribeDBClusterSnapshotAttributes",
              object().put("DBClusterSnapshotIdentifier", name));
    };
  }

  /// Those with whom it is shared; `all` is everybody. Organisations are shared with by ARN.
  Set<String> shared(JsonNode answer) {
    Set<String> shared = new TreeSet<>();
    switch (this) {
      case SNAPSHOT -> members(answer.path("CreateVolumePermissions"), shared);
      case IMAGE -> members(answer.path("LaunchPermissions"), shared);
      case DB_SNAPSHOT ->
          values(answer.at("/DBSnapshotAttributesResult/DBSnapshotAttributes"), shared);
      case CLUSTER_SNAPSHOT ->
          values(
              answer.at("/DBClusterSnapshotAttributesResult/DBClusterSnapshotAttributes"), shared);
    }
    return shared;
  }

  private static void members(JsonNode list, Set<String> shared) {
    list.forEach(
        each -> {
          for (var name : List.of("UserId", "Group", "OrganizationArn", "OrganizationalUnitArn")) {
            if (each.path(name).isTextual()) {
              shared.add(each.path(name).textValue());
            }
          }
        });
  }

  private static void values(JsonNode attributes, Set<String> shared) {
    attributes.forEach(
        each -> {
          if (each.path("AttributeName").asText().equals("restore")) {
            each.path("AttributeValues").forEach(value -> shared.add(value.asText()));
          }
        });
  }

  /// The call that shares it with some, or no longer does.
  ActCall modify(Target target, boolean add, Set<String> accounts) {
    var name = target.name(word);
    var way = add ? "Add" : "Remove";
    return switch (this) {
      case SNAPSHOT -> {
        var parameters =
            object()
                .put("SnapshotId", name)
                .put("Attribute", "createVolumePermission")
                .put("OperationType", add ? "add" : "remove");
        for (var account : accounts) {
          parameters.withArray(account.equals(EVERYBODY) ? "/GroupNames" : "/UserIds").add(account);
        }
        yield call(target, "ModifySnapshotAttribute", parameters);
      }
      case IMAGE -> {
        var parameters = object().put("ImageId", name).put("Attribute", "launchPermission");
        parameters.putObject("LaunchPermission").set(way, permissions(accounts));
        yield call(target, "ModifyImageAttribute", parameters);
      }
      case DB_SNAPSHOT -> {
        var parameters = object().put("DBSnapshotIdentifier", name).put("AttributeName", "restore");
        accounts.forEach(parameters.putArray("ValuesTo" + way)::add);
        yield call(target, "ModifyDBSnapshotAttribute", parameters);
      }
      case CLUSTER_SNAPSHOT -> {
        var parameters =
            object().put("DBClusterSnapshotIdentifier", name).put("AttributeName", "restore");
        accounts.forEach(parameters.putArray("ValuesTo" + way)::add);
        yield call(target, "ModifyDBClusterSnapshotAttribute", parameters);
      }
    };
  }

  private static JsonNode permissions(Set<String> accounts) {
    var list = object().arrayNode();
    for (var account : accounts) {
      var one = list.addObject();
      if (account.equals(EVERYBODY)) {
        one.put("Group", account);
      } else if (account.contains(":ou/")) {
        one.put("OrganizationalUnitArn", account);
      } else if (account.startsWith("arn:")) {
        one.put("OrganizationArn", account);
      } else {
        one.put("UserId", account);
      }
    }
    return list;
  }

  private ActCall call(Target target, String operation, ObjectNode parameters) {
    var name = target.name(word);
    var region = target.region();
    return switch (this) {
      case SNAPSHOT ->
          Calls.call(
              "ec2",
              operation,
              region,
              operation.startsWith("Describe")
                  ? "*"
                  : "arn:aws:ec2:" + region + "::snapshot/" + name,
              parameters);
      case IMAGE ->
          Calls.call(
              "ec2",
              operation,
              region,
              operation.startsWith("Describe") ? "*" : "arn:aws:ec2:" + region + "::image/" + name,
              parameters);
      case DB_SNAPSHOT -> Calls.call("rds", operation, region, rds(target, "snapshot"), parameters);
      case CLUSTER_SNAPSHOT ->
          Calls.call("rds", operation, region, rds(target, "cluster-snapshot"), parameters);
    };
  }

  private String rds(Target target, String type) {
    return "arn:aws:rds:"
        + target.region()
        + ":"
        + target.account()
        + ":"
        + type
        + ":"
        + target.name(word);
  }
}
