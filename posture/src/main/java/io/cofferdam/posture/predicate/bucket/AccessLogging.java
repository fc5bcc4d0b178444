package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// Server access logs are written to a bucket that exists, is private, lies where the data may lie,
/// and keeps them long enough (Amazon S3 User Guide, "Logging requests with server access
/// logging"). Whether log objects really arrive is not looked at.
final class AccessLogging implements AsksTrails {
  /// PCI DSS 4.0.1, 10.5.1: twelve months.
  private static final long USUAL_DAYS = 365;

  private static final Predicate PRIVATE =
      new BucketAudience(new Audience.AnyAccount(), List.of("s3:GetObject", "s3:ListBucket"));

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var logging = bucket.fact("logging");
    if (!logging.isObject()) {
      return BucketUse.of(scene).receivesAccessLogs(bucket)
          ? new Outcome.NotApplicable("it receives access logs itself")
          : off(scene);
    }
    var name = logging.path("TargetBucket").asText();
    var verdict = new Verdict();
    var target = scene.inventory().find("s3-bucket", "arn:aws:s3:::" + name);
    if (target.isEmpty()) {
      missing(bucket, name, scene, verdict);
      return verdict.outcome();
    }
    isPrivate(target.get(), scene, verdict);
    place(bucket, target.get(), scene, verdict);
    kept(target.get(), logging.path("TargetPrefix").asText(""), scene, verdict);
    encryption(target.get(), verdict);
    return verdict.fine("whether logs really arrive was not looked at").outcome();
  }

  /// A bucket without logging may be the one that takes the logs of others.
  private static Outcome off(Scene scene) {
    var verdict = new Verdict().wrong("server access logging is off", "no LoggingEnabled");
    var unread = scene.derived(Unread.class, Unread::of).words();
    return unread.isEmpty() ? verdict.outcome() : new Outcome.Undetermined(unread);
  }

  /// Where buckets write their logs, as far as that was not read.
  private record Unread(List<String> words) {
    static Unread of(Scene scene) {
      return new Unread(
          scene.inventory().ofType("s3-bucket").stream()
              .flatMap(each -> each.gapsOf(List.of("logging")).stream())
              .map(gap -> "whether it takes the logs of others: " + gap.words())
              .distinct()
              .toList());
    }
  }

  /// S3 writes logs only to a bucket of the same account.
  private static void missing(Resource bucket, String name, Scene scene, Verdict verdict) {
    var listed =
        scene.inventory().gapsOf("s3-bucket").stream()
            .noneMatch(gap -> gap.account().equals(bucket.account()));
    if (listed) {
      verdict.wrong(
          "its logs go to " + name + ", which the account does not have", "TargetBucket " + name);
    } else {
      verdict.open("whether " + name + " is there (s3:ListAllMyBuckets)");
    }
  }

  private static void isPrivate(Resource target, Scene scene, Verdict verdict) {
    if (verdict.lacks(target, "policy", "acl", "ownership", "block")) {
      return;
    }
    switch (PRIVATE.evaluate(target, scene)) {
      case Outcome.Violated(var why, var witness) ->
          verdict.wrong(
              "its logs lie in " + target.name() + ", which is open: " + why, witness.getFirst());
      case Outcome.Undetermined(var missing) -> missing.forEach(verdict::open);
      case Outcome.Met m -> verdict.fine(target.name() + " is open to nobody unnamed");
      case Outcome.NotApplicable n -> {}
    }
  }

  private static void place(Resource bucket, Resource target, Scene scene, Verdict verdict) {
    var allowed = scene.expected().regions();
    if (verdict.lacks(target, "location")
        || (allowed.isEmpty() && verdict.lacks(bucket, "location"))) {
      return;
    }
    var outside =
        allowed.isEmpty()
            ? !target.region().equals(bucket.region())
            : !allowed.contains(target.region());
    if (outside) {
      verdict.wrong(
          "its logs leave for region " + target.region(), target.name() + " " + target.region());
    }
  }

  private static void kept(Resource target, String prefix, Scene scene, Verdict verdict) {
    if (verdict.lacks(target, "lifecycle")) {
      return;
    }
    var demanded = scene.expected().logDays();
    var days = demanded < 0 ? USUAL_DAYS : demanded;
    for (var rule : target.fact("lifecycle.Rules")) {
      var expiry = rule.path("Expiration");
      var after = expiry.has("Date") ? 0 : expiry.path("Days").asLong(Long.MAX_VALUE);
      if (rule.path("Status").asText().equals("Enabled") && after < days && reaches(rule, prefix)) {
        verdict.wrong(
            "its logs are deleted after "
                + after
                + " days, "
                + days
                + " are wanted"
                + (demanded < 0 ? " (PCI DSS 10.5.1; nobody demanded another figure)" : ""),
            "rule `" + rule.path("ID").asText("") + "` of " + target.name());
      }
    }
    verdict.fine("no rule deletes logs before " + days + " days");
  }

  /// Log objects have no tags, so rules for tagged objects do not reach them.
  private static boolean reaches(JsonNode rule, String prefix) {
    var filter = rule.path("Filter");
    var and = filter.path("And");
    if (filter.has("Tag") || !and.path("Tags").isEmpty()) {
      return false;
    }
    var own =
        rule.path("Prefix").asText(filter.path("Prefix").asText(and.path("Prefix").asText("")));
    return prefix.startsWith(own) || own.startsWith(prefix);
  }

  /// S3 does not deliver to a bucket whose default encryption uses KMS (the same guide, "Enabling
  /// Amazon S3 server access logging").
  private static void encryption(Resource target, Verdict verdict) {
    var algorithm =
        DefaultEncryption.rule(target)
            .path("ApplyServerSideEncryptionByDefault")
            .path("SSEAlgorithm")
            .asText("");
    if (!verdict.lacks(target, "encryption") && algorithm.startsWith("aws:kms")) {
      verdict.wrong(
          "its logs cannot be delivered: default encryption of "
              + target.name()
              + " uses KMS, which log delivery does not support",
          target.name() + " " + algorithm);
    }
  }
}
