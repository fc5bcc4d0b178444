package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.Workloads;
import java.util.List;
import java.util.Optional;

/// Calls of models of Bedrock are logged with text, images and embeddings, where Bedrock is used:
/// to a place of the same region that is closed, encrypted and kept for long enough
/// (`https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html`).
final class InvocationsLogged implements Predicate {
  private static final String FACT = "invocation-logging";

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var used = used(region, scene);
    if (used.isEmpty()) {
      var verdict = new Verdict();
      return verdict.lacks(region, "bedrock-metrics")
          ? verdict.outcome()
          : new Outcome.NotApplicable(
              "nothing of Bedrock was found there, and no model was called in two weeks");
    }
    var verdict = new Verdict();
    var what = "`" + used.get().resource().name() + "` is used";
    if (region.fact(FACT).isMissingNode()) {
      return verdict.wrong(what, "loggingConfig is empty").outcome();
    }
    for (var kind : List.of("text", "image", "embedding")) {
      if (!region.fact(FACT + "." + kind + "DataDeliveryEnabled").asBoolean(false)) {
        verdict.wrong(kind + " is left out", kind + "DataDeliveryEnabled is not true");
      }
    }
    var bucket = region.fact(FACT + ".s3Config.bucketName").asText("");
    var group = region.fact(FACT + ".cloudWatchConfig.logGroupName").asText("");
    if (bucket.isEmpty() && group.isEmpty()) {
      verdict.wrong("the logs go nowhere", "neither s3Config nor cloudWatchConfig is there");
    }
    if (!group.isEmpty()) {
      group(region, group, scene, verdict);
    }
    if (!bucket.isEmpty()) {
      bucket(region, bucket, scene, verdict);
    }
    return verdict.outcome();
  }

  private static Optional<Workload> used(Resource region, Scene scene) {
    return Workloads.of(scene).atLeast(Sureness.CERTAIN).stream()
        .filter(each -> each.resource().type().startsWith("bedrock-"))
        .filter(each -> each.resource().account().equals(region.account()))
        .filter(each -> each.resource().region().equals(region.region()))
        .findFirst();
  }

  private static void group(Resource region, String name, Scene scene, Verdict verdict) {
    var group = AuditLogs.group(region, name, scene);
    if (group.isEmpty()) {
      if (scene.inventory().gapsOf("log-group").isEmpty()) {
        verdict.wrong("log group `" + name + "` is not there", "DescribeLogGroups names none");
      } else {
        verdict.open("logs:DescribeLogGroups: log group `" + name + "`");
      }
      return;
    }
    if (group.get().fact("kmsKeyId").asText("").isEmpty()) {
      verdict.wrong("no key of the customer protects log group `" + name + "`", "no kmsKeyId");
    }
    var wanted = Retention.of(scene);
    if (group.get().fact("retentionInDays").asLong(Long.MAX_VALUE) < wanted.days()) {
      verdict.wrong(
          "log group `"
              + name
              + "` is kept "
              + group.get().fact("retentionInDays").asLong()
              + " days",
          "wanted are " + wanted.words());
    }
  }

  private static void bucket(Resource region, String name, Scene scene, Verdict verdict) {
    var found = scene.inventory().find("s3-bucket", "arn:aws:s3:::" + name);
    if (found.isEmpty()) {
      verdict.open("s3:ListAllMyBuckets: bucket `" + name + "`, which is not among those read");
      return;
    }
    var bucket = found.get();
    if (!verdict.lacks(bucket, "location") && !bucket.region().equals(region.region())) {
      verdict.wrong(
          "bucket `" + name + "` lies in " + bucket.region(),
          "the calls are made in " + region.region());
    }
    if (!verdict.lacks(bucket, "block")
        && !bucket.fact("block.RestrictPublicBuckets").asBoolean(false)) {
      ofAccount(bucket, name, scene, verdict);
    }
    if (!verdict.lacks(bucket, "encryption") && !customerKey(bucket)) {
      verdict.wrong("no key of the customer protects bucket `" + name + "`", "no KMSMasterKeyID");
    }
  }

  /// What is off at the bucket may be on for its whole account.
  private static void ofAccount(Resource bucket, String name, Scene scene, Verdict verdict) {
    var account = scene.account(bucket);
    if (account.isPresent() && verdict.lacks(account.get(), "s3-block")) {
      return;
    }
    if (!account
        .map(a -> a.fact("s3-block.RestrictPublicBuckets").asBoolean(false))
        .orElse(false)) {
      verdict.wrong("bucket `" + name + "` can be made public", "RestrictPublicBuckets is not on");
    }
  }

  private static boolean customerKey(Resource bucket) {
    for (var rule : bucket.fact("encryption.Rules")) {
      var by = rule.path("ApplyServerSideEncryptionByDefault");
      var key = by.path("KMSMasterKeyID").asText("");
      if (by.path("SSEAlgorithm").asText("").startsWith("aws:kms")
          && !key.isEmpty()
          && !key.contains("alias/aws/")) {
        return true;
      }
    }
    return false;
  }
}
