package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.fetch.LogCloud.Ask;
import io.cofferdam.posture.spi.CallOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds where an account's logs lie, from the settings that send them there.
final class SourceSearch {
  private static final int HISTORY_DAYS = 90;
  private static final String GLOBAL_EVENTS = "us-east-1";

  private final LogCloud cloud;
  private final BucketListing buckets;
  private final List<String> regions;
  private final List<String> groups;
  private final Map<String, LogSource> found = new LinkedHashMap<>();

  /// @param groups log groups that were named
  SourceSearch(LogCloud cloud, BucketListing buckets, List<String> regions, List<String> groups) {
    this.cloud = cloud;
    this.buckets = buckets;
    this.regions = regions;
    this.groups = groups;
  }

  List<LogSource> sources() {
    var asked = new TreeSet<>(regions);
    asked.add(GLOBAL_EVENTS);
    regions.forEach(this::trails);
    regions.forEach(this::flowLogs);
    regions.forEach(this::deliveryChannels);
    stores();
    for (var region : regions) {
      groups.forEach(group -> group(region, group));
      detectors(region);
      add(new LogSource("securityhub", cloud.account(), region, "findings", "", kept(90)));
    }
    for (var group : groups) {
      if (found.values().stream().noneMatch(each -> each.at().equals(group))) {
        cloud.ended("log group " + group, CallOutcome.FAILED, "it is in no region that was asked");
      }
    }
    for (var region : asked) {
      add(
          new LogSource(
              "event-history", cloud.account(), region, "history", "", kept(HISTORY_DAYS)));
    }
    return List.copyOf(found.values());
  }

  private void add(LogSource source) {
    found.putIfAbsent(source.words(), source);
  }

  private static Optional<Integer> kept(int days) {
    return Optional.of(days);
  }

  private void trails(String region) {
    cloud.pages(
        "trails in " + region,
        new Ask(region, "cloudtrail", "DescribeTrails", Map.of("includeShadowTrails", "false")),
        "",
        answer -> {
          answer.path("trailList").forEach(this::trail);
          return true;
        });
  }

  private void trail(JsonNode trail) {
    var bucket = trail.path("S3BucketName").asText("");
    if (bucket.isEmpty()) {
      return;
    }
    var prefix = trail.path("S3KeyPrefix").asText("");
    var root = (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/";
    var what = "trail " + trail.path("Name").asText() + " in " + bucket;
    var accounts = new ArrayList<String>();
    if (trail.path("IsOrganizationTrail").asBoolean(false)) {
      for (var folder : buckets.folders(what, bucket, root)) {
        if (folder.startsWith("o-")) {
          buckets.folders(what, bucket, root + folder).forEach(each -> accounts.add(folder + each));
        }
      }
    } else {
      accounts.add(cloud.account() + "/");
    }
    for (var account : accounts) {
      for (var kind : List.of("CloudTrail", "CloudTrail-Digest", "CloudTrail-Insight")) {
        var base = root + account + kind + "/";
        for (var region : buckets.folders(what, bucket, base)) {
          if (wanted(region)) {
            add(
                new LogSource(
                    kind.toLowerCase(Locale.ROOT),
                    digits(account),
                    name(region),
                    bucket,
                    base + region,
                    Optional.empty()));
          }
        }
      }
    }
  }

  /// Events of services that have no region are told in one, which is looked through in any case.
  private boolean wanted(String folder) {
    return regions.contains(name(folder)) || name(folder).equals(GLOBAL_EVENTS);
  }

  private static String name(String folder) {
    return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
  }

  private static String digits(String path) {
    var parts = name(path).split("/", -1);
    return parts[parts.length - 1];
  }

  private void flowLogs(String region) {
    cloud.pages(
        "flow logs in " + region,
        new Ask(region, "ec2", "DescribeFlowLogs", Map.of(), "NextToken"),
        "NextToken",
        answer -> {
          answer.path("FlowLogs").forEach(each -> flowLog(region, each));
          return true;
        });
  }

  private void flowLog(String region, JsonNode log) {
    if (log.path("LogDestinationType").asText().equals("s3")) {
      var arn = log.path("LogDestination").asText().replaceFirst("^arn:[^:]*:s3:::", "");
      var slash = arn.indexOf('/');
      var bucket = slash < 0 ? arn : arn.substring(0, slash);
      var prefix = slash < 0 ? "" : arn.substring(slash + 1);
      var folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
      add(
          new LogSource(
              "vpc-flow",
              cloud.account(),
              region,
              bucket,
              folder + "AWSLogs/" + cloud.account() + "/vpcflowlogs/" + region + "/",
              Optional.empty()));
    } else if (!log.path("LogGroupName").asText("").isEmpty()) {
      group(region, log.path("LogGroupName").asText());
    }
  }

  private void group(String region, String group) {
    cloud.pages(
        "log group " + group + " in " + region,
        new Ask(
            region,
            "cloudwatchlogs",
            "DescribeLogGroups",
            Map.of("logGroupNamePrefix", group),
            "nextToken"),
        "nextToken",
        answer -> {
          for (var each : answer.path("logGroups")) {
            if (each.path("logGroupName").asText().equals(group)) {
              var days = each.path("retentionInDays").asInt(0);
              add(
                  new LogSource(
                      "log-group",
                      cloud.account(),
                      region,
                      group,
                      "",
                      days == 0 ? Optional.empty() : kept(days)));
            }
          }
          return true;
        });
  }

  private void deliveryChannels(String region) {
    cloud.pages(
        "configuration history in " + region,
        new Ask(region, "config", "DescribeDeliveryChannels", Map.of()),
        "",
        answer -> {
          for (var each : answer.path("DeliveryChannels")) {
            var prefix = each.path("s3KeyPrefix").asText("");
            add(
                new LogSource(
                    "config",
                    cloud.account(),
                    region,
                    each.path("s3BucketName").asText(),
                    (prefix.isEmpty() ? "" : prefix + "/")
                        + "AWSLogs/"
                        + cloud.account()
                        + "/Config/"
                        + region
                        + "/",
                    Optional.empty()));
          }
          return true;
        });
  }

  private void detectors(String region) {
    cloud.pages(
        "GuardDuty in " + region,
        new Ask(region, "guardduty", "ListDetectors", Map.of(), "NextToken"),
        "NextToken",
        answer -> {
          for (var each : answer.path("DetectorIds")) {
            add(new LogSource("guardduty", cloud.account(), region, each.asText(), "", kept(90)));
          }
          return true;
        });
  }

  private void stores() {
    cloud.pages(
        "buckets",
        new Ask("", "s3", "ListBuckets", Map.of(), "ContinuationToken"),
        "ContinuationToken",
        answer -> {
          answer.path("Buckets").forEach(each -> store(each.path("Name").asText()));
          return true;
        });
  }

  private void store(String bucket) {
    cloud.pages(
        "access logs of " + bucket,
        new Ask("", "s3", "GetBucketLogging", Map.of("Bucket", bucket)),
        "",
        answer -> {
          accessLogs(bucket, answer.path("LoggingEnabled"));
          return true;
        });
    cloud.pages(
        "inventory of " + bucket,
        new Ask(
            "",
            "s3",
            "ListBucketInventoryConfigurations",
            Map.of("Bucket", bucket),
            "ContinuationToken"),
        "NextContinuationToken",
        answer -> {
          answer.path("InventoryConfigurationList").forEach(each -> inventory(bucket, each));
          return true;
        });
  }

  private void accessLogs(String bucket, JsonNode logging) {
    var target = logging.path("TargetBucket").asText("");
    if (target.isEmpty()) {
      return;
    }
    var prefix = logging.path("TargetPrefix").asText("");
    if (!logging.at("/TargetObjectKeyFormat/PartitionedPrefix").isObject()) {
      add(source("s3-access", "", target, prefix));
      return;
    }
    var account = prefix + cloud.account() + "/";
    for (var region : buckets.folders("access logs of " + bucket, target, account)) {
      add(source("s3-access-by-day", name(region), target, account + region + bucket + "/"));
    }
  }

  private void inventory(String bucket, JsonNode inventory) {
    var to = inventory.at("/Destination/S3BucketDestination");
    var arn = to.path("Bucket").asText("");
    if (arn.isEmpty()) {
      return;
    }
    var prefix = to.path("Prefix").asText("");
    add(
        source(
            "s3-inventory",
            "",
            arn.substring(arn.lastIndexOf(':') + 1),
            (prefix.isEmpty() ? "" : prefix + "/")
                + bucket
                + "/"
                + inventory.path("Id").asText()
                + "/"));
  }

  private LogSource source(String kind, String region, String bucket, String prefix) {
    return new LogSource(kind, cloud.account(), region, bucket, prefix, Optional.empty());
  }

  /// The kinds whose logs lie in buckets.
  static final Set<String> IN_BUCKETS =
      Set.of(
          "cloudtrail",
          "cloudtrail-digest",
          "cloudtrail-insight",
          "vpc-flow",
          "config",
          "s3-access",
          "s3-access-by-day",
          "s3-inventory");
}
