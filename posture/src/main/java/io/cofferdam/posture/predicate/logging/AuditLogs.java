package io.cofferdam.posture.predicate.logging;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.Workloads;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which log groups and buckets take logs that an investigation needs, and which hold prompts.
final class AuditLogs {
  private static final String FIREWALL = "aws-waf-logs-";

  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, String> copies = new HashMap<>();
  private final Map<String, String> prompts = new HashMap<>();
  private final Map<String, String> buckets = new HashMap<>();
  private final Map<String, Set<String>> prefixes = new HashMap<>();

  private AuditLogs(Scene scene) {
    for (var trail : scene.inventory().ofType("cloudtrail-trail")) {
      var arn = trail.fact("CloudWatchLogsLogGroupArn").asText("").split(":", -1);
      if (arn.length > 6) {
        copies.put(key(arn[4], arn[3], arn[6]), "trail `" + trail.name() + "`");
      }
      buckets.put(trail.fact("S3BucketName").asText(""), "trail `" + trail.name() + "`");
      prefix(trail.fact("S3BucketName").asText(""), trail.fact("S3KeyPrefix").asText(""));
    }
    for (var flow : scene.inventory().ofType("flow-log")) {
      var group = flow.fact("LogGroupName").asText("");
      groups.put(key(flow.account(), flow.region(), group), "flow log `" + flow.name() + "`");
    }
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      var group = region.fact("invocation-logging.cloudWatchConfig.logGroupName").asText("");
      groups.put(key(region.account(), region.region(), group), "calls of models");
      prompts.put(key(region.account(), region.region(), group), "prompts and answers of Bedrock");
      buckets.put(
          region.fact("invocation-logging.s3Config.bucketName").asText(""), "calls of models");
      prefix(
          region.fact("invocation-logging.s3Config.bucketName").asText(""),
          region.fact("invocation-logging.s3Config.keyPrefix").asText(""));
    }
    Workloads.of(scene).atLeast(Sureness.LIKELY).forEach(this::prompts);
    buckets.remove("");
  }

  static AuditLogs of(Scene scene) {
    return scene.derived(AuditLogs.class, AuditLogs::new);
  }

  private void prefix(String bucket, String before) {
    prefixes
        .computeIfAbsent(bucket, _ -> new HashSet<>())
        .add(before.isEmpty() ? "AWSLogs/" : before + "/AWSLogs/");
  }

  private void prompts(Workload workload) {
    var of = workload.resource();
    var words = "output of `" + of.name() + "`";
    workload.linked(Relation.LOGS).forEach(group -> prompt(of, group, words));
    switch (of.type()) {
      case "sagemaker-endpoint" -> prompt(of, "/aws/sagemaker/Endpoints/" + of.name(), words);
      case "lambda-function" -> prompt(of, "/aws/lambda/" + of.name(), words);
      default -> {}
    }
  }

  private void prompt(Resource of, String group, String words) {
    prompts.putIfAbsent(key(of.account(), of.region(), group), words);
  }

  /// What a log group takes of which there is no other copy.
  Optional<String> only(Resource group) {
    var name = group.fact("logGroupName").asText("");
    return name.startsWith(FIREWALL)
        ? Optional.of("a web application firewall")
        : Optional.ofNullable(groups.get(key(group.account(), group.region(), name)));
  }

  /// The trail whose events a log group takes beside the trail's bucket.
  Optional<String> copy(Resource group) {
    return Optional.ofNullable(
        copies.get(key(group.account(), group.region(), group.fact("logGroupName").asText(""))));
  }

  /// What a bucket takes.
  Optional<String> bucket(Resource bucket) {
    return bucket.name().startsWith(FIREWALL)
        ? Optional.of("a web application firewall")
        : Optional.ofNullable(buckets.get(bucket.name()));
  }

  /// What of people's words a log group may hold.
  Optional<String> prompts(Resource group) {
    return Optional.ofNullable(
        prompts.get(key(group.account(), group.region(), group.fact("logGroupName").asText(""))));
  }

  private static String key(String account, String region, String name) {
    return account + "\n" + region + "\n" + name;
  }

  /// The log groups of a region with a name, where they were listed.
  static Optional<Resource> group(Resource region, String name, Scene scene) {
    return scene
        .inventory()
        .find(
            "log-group",
            "arn:aws:logs:" + region.region() + ":" + region.account() + ":log-group:" + name);
  }

  /// Days after which log objects of a bucket expire; 0 where a rule names a day on which all that
  /// is there does; empty where they are kept. Services write logs under `AWSLogs/` after a prefix
  /// that anybody may choose and give them no tags, so rules for tagged objects do not reach them,
  /// and a rule for a prefix counts where logs may lie under it.
  static Optional<Long> expiry(Resource bucket, Collection<String> prefixes) {
    return Facts.items(bucket.facts(), "lifecycle.Rules").stream()
        .filter(rule -> rule.path("Status").asText("").equals("Enabled"))
        .filter(rule -> reaches(rule, prefixes))
        .map(rule -> rule.path("Expiration"))
        .filter(expiration -> expiration.path("Days").isNumber() || expiration.has("Date"))
        .map(expiration -> expiration.path("Days").asLong(0))
        .min(Long::compare);
  }

  private static boolean reaches(JsonNode rule, Collection<String> prefixes) {
    var filter = rule.path("Filter");
    var and = filter.path("And");
    if (filter.has("Tag") || !and.path("Tags").isEmpty()) {
      return false;
    }
    var own =
        rule.path("Prefix").asText(filter.path("Prefix").asText(and.path("Prefix").asText("")));
    return prefixes.isEmpty()
        || prefixes.stream().anyMatch(each -> each.startsWith(own) || own.startsWith(each));
  }

  /// Where logs lie in a bucket, as far as what writes them says.
  Set<String> prefixes(Resource bucket) {
    return Set.copyOf(prefixes.getOrDefault(bucket.name(), Set.of()));
  }
}
