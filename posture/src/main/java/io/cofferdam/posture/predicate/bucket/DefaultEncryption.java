package io.cofferdam.posture.predicate.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.key.KmsKeys;
import io.cofferdam.posture.scene.Scene;

/// Objects are encrypted with a key of the customer by default.
final class DefaultEncryption implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    var verdict = new Verdict();
    var rule = rule(bucket);
    var byDefault = rule.path("ApplyServerSideEncryptionByDefault");
    var algorithm = byDefault.path("SSEAlgorithm").asText("");
    if (!algorithm.startsWith("aws:kms")) {
      verdict.wrong(
          algorithm.isEmpty()
              ? "no default encryption with a key is set, so S3 uses keys of its own"
              : "objects get keys of S3's own (" + algorithm + ")",
          "SSEAlgorithm " + (algorithm.isEmpty() ? "not set" : algorithm));
      return verdict.outcome();
    }
    var named = byDefault.path("KMSMasterKeyID").asText("");
    KmsKeys.of(scene).test("objects", named, bucket, verdict);
    if (named.contains("alias/") && !named.contains("alias/aws/")) {
      verdict.fine(
          "the key is named by an alias, which KMS looks up in the account of whoever puts the"
              + " object; name it by its ARN");
    }
    verdict.fine(
        rule.path("BucketKeyEnabled").asBoolean(false)
            ? "the bucket key is on"
            : "the bucket key is off: each object costs a call to KMS");
    return verdict.outcome();
  }

  static JsonNode rule(Resource bucket) {
    return bucket.fact("encryption.Rules").path(0);
  }

  /// Whoever puts an object cannot choose another key than the bucket's default.
  static final class Enforced implements Predicate {

    @Override
    public Outcome evaluate(Resource bucket, Scene scene) {
      var rule = rule(bucket);
      var byDefault = rule.path("ApplyServerSideEncryptionByDefault");
      var named = byDefault.path("KMSMasterKeyID").asText("");
      if (!byDefault.path("SSEAlgorithm").asText("").startsWith("aws:kms")
          || named.isEmpty()
          || named.contains("alias/aws/")) {
        return new Outcome.NotApplicable(
            "the bucket has no key of the customer by default that could be enforced"
                + " (aws.s3.sse-cmk tells that)");
      }
      var key = KmsKeys.of(scene).arn(named, bucket.account(), bucket.region());
      if (key.isEmpty()) {
        return new Verdict()
            .open("which key `" + named + "` stands for (kms:ListAliases)")
            .outcome();
      }
      var customerKeys = true;
      for (var blocked : rule.path("BlockedEncryptionTypes").path("EncryptionType")) {
        customerKeys &= !blocked.asText().equals("SSE-C");
      }
      return new BucketProperty(new Property.PutEncryptedWith(key.get(), customerKeys))
          .evaluate(bucket, scene);
    }
  }
}
