package io.cofferdam.app.custody;

import io.cofferdam.app.scan.PolicyText;
import java.util.List;

/// The IAM policy with which `case custody store` keeps a copy: it puts versions with a retention
/// and reads back what is held. It can neither delete nor shorten a retention.
public final class EvidencePolicy {
  private EvidencePolicy() {}

  /// The policy as JSON.
  ///
  /// @param buckets the buckets for evidence; empty: any
  public static String aws(List<String> buckets) {
    var named = buckets.isEmpty() ? List.of("*") : buckets;
    return new PolicyText()
        .allow(
            "CofferdamChecksEvidenceBucket",
            List.of("s3:GetBucketLocation", "s3:GetBucketObjectLockConfiguration", "s3:ListBucket"),
            named.stream().map(each -> "arn:aws:s3:::" + each).toList())
        .allow(
            "CofferdamKeepsEvidence",
            List.of(
                "s3:GetObject",
                "s3:GetObjectRetention",
                "s3:GetObjectVersion",
                "s3:PutObject",
                "s3:PutObjectRetention"),
            named.stream().map(each -> "arn:aws:s3:::" + each + "/*").toList())
        .toString();
  }
}
