package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What copies data elsewhere copies it to regions and accounts where it may lie: replication of
/// buckets, Multi-Region Access Points, backup plans, database migrations, transfers. Glue jobs are
/// not followed: where they write stands in arguments that may hold secrets and are not kept.
final class DataFlows implements Predicate {
  private static final Pattern REGION =
      Pattern.compile("(?<![a-z0-9])([a-z]{2}(?:-[a-z]+){1,2}-\\d)(?![0-9])");

  /// Where data go.
  ///
  /// @param words the place as a person finds it
  /// @param region empty where it is not known
  /// @param account empty where it is the resource's own
  /// @param ask what would tell the region
  private record Target(String words, String region, String account, String ask) {}

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    var targets = targets(resource, scene);
    if (targets.isEmpty()) {
      return new Outcome.Met(List.of("it copies nothing elsewhere"));
    }
    var allowed = Residency.allowed(resource, scene);
    for (var target : targets) {
      account(target, scene, verdict);
      region(resource, target, allowed, verdict);
    }
    return verdict.outcome();
  }

  private static void account(Target target, Scene scene, Verdict verdict) {
    var zone = OutsideZone.of(scene);
    if (target.account().isEmpty() || zone.holds(target.account())) {
      return;
    }
    var unsure = zone.unsure(target.account());
    if (unsure.isPresent()) {
      verdict.open(unsure.get());
    } else {
      verdict.wrong(
          "data go to account " + target.account() + " (" + zone.words() + ")", target.words());
    }
  }

  private static void region(
      Resource resource, Target target, Set<String> allowed, Verdict verdict) {
    if (target.region().isEmpty()) {
      verdict.open("in which region " + target.words() + " lies (" + target.ask() + ")");
    } else if (allowed.contains(target.region())
        || (allowed.isEmpty() && target.region().equals(resource.region()))) {
      verdict.fine(target.words() + " lies in " + target.region());
    } else if (allowed.isEmpty()) {
      verdict.open(
          "whether data may leave "
              + (resource.region().isEmpty() ? "for" : resource.region() + " for")
              + " "
              + target.region()
              + ": "
              + Residency.NOBODY_SAID);
    } else {
      verdict.wrong(
          "data go to " + target.region() + ", allowed are " + String.join(", ", allowed),
          target.words());
    }
  }

  private static List<Target> targets(Resource resource, Scene scene) {
    return switch (resource.type()) {
      case "s3-bucket" -> replication(resource, scene);
      case AccessPoints.MULTI_REGION -> multiRegion(resource);
      case "backup-plan" -> backup(resource);
      case "dms-endpoint" -> migration(resource, scene);
      case "datasync-task" -> transfer(resource, scene);
      default -> List.of();
    };
  }

  private static List<Target> replication(Resource bucket, Scene scene) {
    var targets = new ArrayList<Target>();
    for (var rule : bucket.fact("replication.Rules")) {
      if (rule.path("Status").asText().equals("Enabled")) {
        var destination = rule.path("Destination");
        targets.add(
            bucket(
                destination.path("Bucket").asText(),
                destination.path("Account").asText(""),
                scene));
      }
    }
    return targets;
  }

  private static Target bucket(String arn, String account, Scene scene) {
    Optional<Resource> known = scene.inventory().find("s3-bucket", arn);
    return new Target(
        "bucket " + arn.substring(arn.lastIndexOf(':') + 1),
        known.map(Resource::region).orElse(""),
        known.map(Resource::account).orElse(account),
        "s3:GetBucketLocation" + (account.isEmpty() ? "" : " in account " + account));
  }

  private static List<Target> multiRegion(Resource point) {
    var targets = new ArrayList<Target>();
    for (var region : point.fact("Regions")) {
      targets.add(
          new Target(
              "bucket " + region.path("Bucket").asText(),
              region.path("Region").asText(""),
              region.path("BucketAccountId").asText(""),
              "s3:GetBucketLocation"));
    }
    return targets;
  }

  private static List<Target> backup(Resource plan) {
    var targets = new ArrayList<Target>();
    for (var rule : plan.fact("plan.Rules")) {
      for (var copy : rule.path("CopyActions")) {
        var vault = copy.path("DestinationBackupVaultArn").asText("");
        var fields = vault.split(":", 7);
        if (fields.length > 4) {
          targets.add(new Target("vault " + vault, fields[3], fields[4], "the vault's ARN"));
        }
      }
    }
    return targets;
  }

  private static List<Target> migration(Resource endpoint, Scene scene) {
    if (!endpoint.fact("EndpointType").asText("").equalsIgnoreCase("target")) {
      return List.of();
    }
    var bucket = endpoint.fact("S3Settings.BucketName").asText("");
    if (!bucket.isEmpty()) {
      return List.of(bucket("arn:aws:s3:::" + bucket, "", scene));
    }
    var server = endpoint.fact("ServerName").asText("");
    return server.isEmpty()
        ? List.of()
        : List.of(new Target("server " + server, region(server), "", "dms:DescribeEndpoints"));
  }

  /// The region in a host name of AWS: `db.x.eu-central-1.rds.amazonaws.com`.
  private static String region(String host) {
    var matcher = REGION.matcher(host);
    return host.endsWith(".amazonaws.com") && matcher.find() ? matcher.group(1) : "";
  }

  private static List<Target> transfer(Resource task, Scene scene) {
    var arn = task.fact("task.DestinationLocationArn").asText("");
    var fields = arn.split(":", 6);
    var uri =
        scene
            .inventory()
            .find("datasync-location", arn)
            .map(each -> each.fact("LocationUri").asText(""))
            .orElse("");
    if (uri.startsWith("s3://")) {
      var name = uri.substring("s3://".length()).split("/", 2)[0];
      return List.of(
          bucket(
              "arn:aws:s3:::" + name.replaceFirst("^" + REGION.pattern() + "\\.", ""), "", scene));
    }
    if (uri.startsWith("efs://") || uri.startsWith("fsx")) {
      return List.of(
          new Target(uri, fields.length > 4 ? fields[3] : "", "", "datasync:ListLocations"));
    }
    return List.of(new Target(uri.isEmpty() ? arn : uri, "", "", "datasync:ListLocations"));
  }
}
