package io.cofferdam.app.fetch;

import io.cofferdam.app.scan.PolicyText;
import java.util.List;

/// The IAM policy with which `fetch aws` finds and copies logs. Finding them reads settings of any
/// resource; reading objects can be limited to the buckets that hold logs.
public final class LogsPolicy {
  private static final List<String> FINDS =
      List.of(
          "cloudtrail:DescribeTrails",
          "config:DescribeDeliveryChannels",
          "ec2:DescribeFlowLogs",
          "ec2:DescribeRegions",
          "guardduty:ListDetectors",
          "logs:DescribeLogGroups",
          "s3:GetBucketLogging",
          "s3:GetInventoryConfiguration",
          "s3:GetLifecycleConfiguration",
          "s3:ListAllMyBuckets");
  private static final List<String> READS =
      List.of(
          "cloudtrail:LookupEvents",
          "guardduty:GetFindings",
          "guardduty:ListFindings",
          "logs:FilterLogEvents",
          "securityhub:GetFindings");

  private LogsPolicy() {}

  /// The policy as JSON.
  ///
  /// @param buckets the buckets that hold logs; empty: any
  public static String aws(List<String> buckets) {
    var named = buckets.isEmpty() ? List.of("*") : buckets;
    return new PolicyText()
        .allow("CofferdamFindsLogs", FINDS, List.of("*"))
        .allow("CofferdamReadsEventsAndFindings", READS, List.of("*"))
        .allow(
            "CofferdamListsLogs",
            List.of("s3:ListBucket"),
            named.stream().map(each -> "arn:aws:s3:::" + each).toList())
        .allow(
            "CofferdamCopiesLogs",
            List.of("s3:GetObject"),
            named.stream().map(each -> "arn:aws:s3:::" + each + "/*").toList())
        .toString();
  }
}
