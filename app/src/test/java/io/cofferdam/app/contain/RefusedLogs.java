package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;

import io.cofferdam.respond.act.proof.Judgement.Verdict;
import java.util.stream.Stream;

/// Changes after which less is written down or kept, which must be refused.
final class RefusedLogs {
  private static final String ALL = "{'ReadWriteType':'All','IncludeManagementEvents':true}";
  private static final String WRITES =
      "{'ReadWriteType':'WriteOnly','IncludeManagementEvents':true}";

  private RefusedLogs() {}

  static Stream<RefusedChange> all() {
    return Stream.of(
        loses("aws.cloudtrail.start-logging", "'logging':true", "'logging':false", "trail", "shop"),
        loses(
            "aws.cloudtrail.log-data-events",
            "'basic':[" + ALL + "]",
            "'basic':[" + WRITES + "]",
            "trail",
            "shop",
            "bucket",
            "shop-training"),
        loses(
            "aws.cloudtrail.log-data-events",
            "'basic':[" + ALL + "]",
            "'advanced':[{'FieldSelectors':[]}]",
            "trail",
            "shop",
            "bucket",
            "shop-training"),
        loses(
            "aws.ec2.log-traffic",
            "'logs':{'fl-1':{'TrafficType':'ALL'}}",
            "'logs':{},'own':{'id':'fl-2','TrafficType':'ALL'}",
            "resource",
            "vpc-1",
            "bucket",
            "shop-logs"),
        loses(
            "aws.s3.log-access",
            "'logging':{'TargetBucket':'shop-logs','TargetPrefix':''}",
            "'logging':{'TargetBucket':'elsewhere','TargetPrefix':''}",
            "bucket",
            "shop",
            "logs",
            "elsewhere"),
        loses(
            "aws.bedrock.log-invocations",
            "'logging':{'textDataDeliveryEnabled':true,'cloudWatchConfig':{'logGroupName':'g'}}",
            "'logging':{'textDataDeliveryEnabled':true,'s3Config':{'bucketName':'b'}}",
            "bucket",
            "b"),
        loses(
            "aws.s3.hold-version",
            "'lock':true,'held':true",
            "'lock':true,'held':false",
            "bucket",
            "shop",
            "key",
            "orders",
            "version",
            "1"));
  }

  private static RefusedChange loses(String act, String before, String after, String... names) {
    return change(act, names).from(before).to(after, Verdict.LOSES);
  }
}
