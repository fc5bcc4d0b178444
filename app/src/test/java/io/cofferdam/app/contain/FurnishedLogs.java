package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.Furnished.bucket;
import static io.cofferdam.app.contain.Furnished.names;

import java.util.Map;
import java.util.stream.Stream;

/// What could be written down and is not, and what must be kept.
final class FurnishedLogs {
  private FurnishedLogs() {}

  static Stream<Furnished> all() {
    return Stream.of(
        new Furnished("aws.cloudtrail.start-logging", FurnishedLogs::trail),
        new Furnished("aws.cloudtrail.log-data-events", FurnishedLogs::choosing),
        new Furnished("aws.ec2.log-traffic", FurnishedLogs::network),
        new Furnished("aws.s3.log-access", FurnishedLogs::requests),
        new Furnished("aws.bedrock.log-invocations", account -> bucket(account, "shop-logs")),
        new Furnished("aws.s3.hold-version", FurnishedLogs::version));
  }

  private static Map<String, String> trail(MotoAccount account) {
    bucket(account, "shop-logs");
    account.call("cloudtrail", "CreateTrail", "{'Name':'shop','S3BucketName':'shop-logs'}");
    return names("trail", "shop");
  }

  private static Map<String, String> choosing(MotoAccount account) {
    var names = trail(account);
    account.call(
        "cloudtrail",
        "PutEventSelectors",
        "{'TrailName':'shop','EventSelectors':[{'ReadWriteType':'All',"
            + "'IncludeManagementEvents':true,'DataResources':[]}]}");
    names.put("bucket", "shop-training");
    return names;
  }

  private static Map<String, String> network(MotoAccount account) {
    var names = bucket(account, "shop-logs");
    names.put(
        "resource",
        account.call("ec2", "CreateVpc", "{'CidrBlock':'10.9.0.0/16'}").at("/Vpc/VpcId").asText());
    return names;
  }

  private static Map<String, String> requests(MotoAccount account) {
    bucket(account, "shop-logs");
    account.call(
        "s3",
        "PutBucketPolicy",
        """
        {"Bucket":"shop-logs","Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\
        \\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"logging.s3.amazonaws.com\\"},\
        \\"Action\\":[\\"s3:PutObject\\"],\\"Resource\\":\\"arn:aws:s3:::shop-logs/*\\"}]}"}\
        """);
    var names = bucket(account, "shop-training");
    names.put("logs", "shop-logs");
    return names;
  }

  private static Map<String, String> version(MotoAccount account) {
    account.call(
        "s3",
        "CreateBucket",
        "{'Bucket':'shop-evidence','ObjectLockEnabledForBucket':true,"
            + "'CreateBucketConfiguration':{'LocationConstraint':'eu-central-1'}}");
    var names = names("bucket", "shop-evidence");
    names.put("key", "2026/orders.csv");
    names.put("version", account.object("shop-evidence", "2026/orders.csv"));
    return names;
  }
}
