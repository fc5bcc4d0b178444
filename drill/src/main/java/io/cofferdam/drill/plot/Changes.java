package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Act;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import java.util.List;

/// Makes the calls that change the configuration, in the words of CloudTrail.
final class Changes {
  private final Stage stage;
  private final Dice dice;
  private final Company company;

  Changes(Stage stage) {
    this.stage = stage;
    this.dice = stage.dice.split();
    this.company = stage.company;
  }

  Act act(
      long second,
      Seat seat,
      String service,
      String action,
      boolean readOnly,
      String request,
      String response,
      List<String> resources) {
    var act =
        new Act(
            second,
            seat,
            service,
            action,
            readOnly,
            request,
            response,
            "",
            "",
            resources,
            true,
            dice.next());
    stage.acts.add(act);
    return act;
  }

  void refused(
      long second,
      Seat seat,
      String service,
      String action,
      String request,
      String error,
      String message,
      List<String> resources) {
    stage.acts.add(
        new Act(
            second,
            seat,
            service,
            action,
            false,
            request,
            "null",
            error,
            message,
            resources,
            true,
            dice.next()));
  }

  static List<String> bucketResource(Store store) {
    return List.of("AWS::S3::Bucket " + store.resource().id());
  }

  String host(Store store) {
    return "\"bucketName\":\""
        + store.bucket()
        + "\",\"Host\":\""
        + store.bucket()
        + ".s3."
        + company.region()
        + ".amazonaws.com\"";
  }

  /// PutBucketPolicy with this policy document.
  void putPolicy(long second, Seat seat, Store store, String policy) {
    act(
        second,
        seat,
        "s3.amazonaws.com",
        "PutBucketPolicy",
        false,
        policyRequest(store, policy),
        "null",
        bucketResource(store));
  }

  String policyRequest(Store store, String policy) {
    return "{\"bucketPolicy\":" + policy + "," + host(store) + ",\"policy\":\"\"}";
  }

  void refusedPolicy(
      long second, Seat seat, Store store, String policy, String error, String message) {
    refused(
        second,
        seat,
        "s3.amazonaws.com",
        "PutBucketPolicy",
        policyRequest(store, policy),
        error,
        message,
        bucketResource(store));
  }

  void deletePolicy(long second, Seat seat, Store store) {
    act(
        second,
        seat,
        "s3.amazonaws.com",
        "DeleteBucketPolicy",
        false,
        "{" + host(store) + ",\"policy\":\"\"}",
        "null",
        bucketResource(store));
  }

  /// PutBucketPublicAccessBlock with all four settings on or off.
  void block(long second, Seat seat, Store store, boolean on) {
    act(
        second,
        seat,
        "s3.amazonaws.com",
        "PutBucketPublicAccessBlock",
        false,
        "{\"publicAccessBlock\":\"\","
            + host(store)
            + ",\"PublicAccessBlockConfiguration\":{\"xmlns\":"
            + "\"http://s3.amazonaws.com/doc/2006-03-01/\",\"RestrictPublicBuckets\":"
            + on
            + ",\"BlockPublicPolicy\":"
            + on
            + ",\"BlockPublicAcls\":"
            + on
            + ",\"IgnorePublicAcls\":"
            + on
            + "}}",
        "null",
        bucketResource(store));
  }

  void unblock(long second, Seat seat, Store store) {
    act(
        second,
        seat,
        "s3.amazonaws.com",
        "DeleteBucketPublicAccessBlock",
        false,
        "{\"publicAccessBlock\":\"\"," + host(store) + "}",
        "null",
        bucketResource(store));
  }

  /// The trail's setting, made just after the period starts: all management events, and S3 object
  /// events of every bucket where the company has `dataEvents`.
  void selectors(long second, Seat seat, boolean dataEvents) {
    var trail =
        "arn:aws:cloudtrail:"
            + company.region()
            + ":"
            + company.account()
            + ":trail/"
            + company.trail();
    var advanced =
        "[{\"name\":\"Management events\",\"fieldSelectors\":[{\"field\":\"eventCategory\","
            + "\"equals\":[\"Management\"]}]}"
            + (dataEvents
                ? ",{\"name\":\"S3 object events\",\"fieldSelectors\":"
                    + "[{\"field\":\"eventCategory\",\"equals\":[\"Data\"]},{\"field\":"
                    + "\"resources.type\",\"equals\":[\"AWS::S3::Object\"]}]}]"
                : "]");
    act(
        second,
        seat,
        "cloudtrail.amazonaws.com",
        "PutEventSelectors",
        false,
        "{\"trailName\":\"" + company.trail() + "\",\"advancedEventSelectors\":" + advanced + "}",
        "{\"trailARN\":\"" + trail + "\",\"advancedEventSelectors\":" + advanced + "}",
        List.of("AWS::CloudTrail::Trail " + trail));
  }

  /// A session asks who it is: what a thief does first.
  void callerIdentity(long second, Seat seat) {
    act(second, seat, "sts.amazonaws.com", "GetCallerIdentity", true, "null", "null", List.of());
  }

  /// One session steps into another role.
  void assumeRole(long second, Seat seat, Actor.Session next) {
    act(
        second,
        seat,
        "sts.amazonaws.com",
        "AssumeRole",
        true,
        "{\"roleArn\":\""
            + next.roleArn()
            + "\",\"roleSessionName\":\""
            + next.name()
            + "\",\"durationSeconds\":3600}",
        credentials(next, second),
        List.of("AWS::IAM::Role " + next.roleArn()));
  }

  /// A pipeline gets its session for its identity token.
  void webIdentity(long second, Seat pipeline) {
    if (pipeline.actor() instanceof Actor.Session session) {
      act(
          second,
          new Seat(
              new Actor.Service("token.actions.githubusercontent.com"),
              pipeline.address(),
              pipeline.userAgent(),
              ""),
          "sts.amazonaws.com",
          "AssumeRoleWithWebIdentity",
          true,
          "{\"roleArn\":\""
              + session.roleArn()
              + "\",\"roleSessionName\":\""
              + session.name()
              + "\"}",
          credentials(session, second),
          List.of("AWS::IAM::Role " + session.roleArn()));
    }
  }

  private static String credentials(Actor.Session session, long second) {
    return "{\"credentials\":{\"accessKeyId\":\""
        + session.accessKey()
        + "\",\"sessionToken\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"expiration\":\""
        + Times.iso(second + 3600)
        + "\"},\"assumedRoleUser\":{\"assumedRoleId\":\""
        + session.roleId()
        + ":"
        + session.name()
        + "\",\"arn\":\""
        + session.sessionArn()
        + "\"}}";
  }

  /// A database snapshot is shared with every account, or no longer.
  void shareDatabaseSnapshot(long second, Seat seat, String name, boolean open) {
    act(
        second,
        seat,
        "rds.amazonaws.com",
        "ModifyDBSnapshotAttribute",
        false,
        "{\"dBSnapshotIdentifier\":\""
            + name
            + "\",\"attributeName\":\"restore\",\""
            + (open ? "valuesToAdd" : "valuesToRemove")
            + "\":[\"all\"]}",
        "{\"dBSnapshotIdentifier\":\""
            + name
            + "\",\"dBSnapshotAttributes\":[{\"attributeName\":\"restore\",\"attributeValues\":["
            + (open ? "\"all\"" : "")
            + "]}]}",
        List.of());
  }

  /// A disk snapshot is shared with every account, or no longer.
  void shareDisk(long second, Seat seat, String id, boolean open) {
    act(
        second,
        seat,
        "ec2.amazonaws.com",
        "ModifySnapshotAttribute",
        false,
        "{\"snapshotId\":\""
            + id
            + "\",\"createVolumePermission\":{\""
            + (open ? "add" : "remove")
            + "\":{\"items\":[{\"group\":\"all\"}]}},"
            + "\"attributeType\":\"CREATE_VOLUME_PERMISSION\"}",
        "{\"requestId\":\"" + dice.uuid() + "\",\"_return\":true}",
        List.of());
  }

  /// A database instance gets a public address, or loses it.
  void publicDatabase(long second, Seat seat, String name, String group, boolean open) {
    act(
        second,
        seat,
        "rds.amazonaws.com",
        "ModifyDBInstance",
        false,
        "{\"dBInstanceIdentifier\":\""
            + name
            + "\",\"publiclyAccessible\":"
            + open
            + ",\"applyImmediately\":true}",
        "{\"dBInstanceIdentifier\":\""
            + name
            + "\",\"engine\":\"postgres\",\"publiclyAccessible\":"
            + !open
            + ",\"endpoint\":{\"port\":5432},\"vpcSecurityGroups\":[{\"vpcSecurityGroupId\":\""
            + group
            + "\",\"status\":\"active\"}]}",
        List.of());
  }

  /// A security group lets every address reach the database's port, or no longer.
  void openGroup(long second, Seat seat, String group, boolean open) {
    act(
        second,
        seat,
        "ec2.amazonaws.com",
        open ? "AuthorizeSecurityGroupIngress" : "RevokeSecurityGroupIngress",
        false,
        "{\"groupId\":\""
            + group
            + "\",\"ipPermissions\":{\"items\":[{\"ipProtocol\":\"tcp\",\"fromPort\":5432,"
            + "\"toPort\":5432,\"groups\":{},\"ipRanges\":{\"items\":[{\"cidrIp\":\"0.0.0.0/0\"}]},"
            + "\"ipv6Ranges\":{\"items\":[{\"cidrIpv6\":\"::/0\"}]},\"prefixListIds\":{}}]}}",
        "{\"requestId\":\"" + dice.uuid() + "\",\"_return\":true}",
        List.of());
  }

  /// Seconds that a change takes to reach every server.
  long delay() {
    return dice.between(2, 30);
  }
}
