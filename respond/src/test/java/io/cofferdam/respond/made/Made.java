package io.cofferdam.respond.made;

import io.cofferdam.model.datamap.CompleteLog;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.DigestedFile;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.respond.coverage.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Invented events of an invented company: account 111122223333, its buckets in eu-central-1.
public final class Made {
  public static final String OWN = "111122223333";
  public static final String FOREIGN = "444455556666";
  public static final String REGION = "eu-central-1";
  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  public static final Window DAY = new Window(START, START.plus(Duration.ofDays(1)));

  public static final String PUBLIC_READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::shop-training/*\"}]}";

  public static final String FOREIGN_READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
          + "\"arn:aws:iam::444455556666:root\"},\"Action\":\"s3:GetObject\","
          + "\"Resource\":\"arn:aws:s3:::shop-training/*\"}]}";

  private static final Caller ENGINEER =
      new Caller(
          CallerKind.ROLE_SESSION,
          "arn:aws:sts::111122223333:assumed-role/engineer/anna",
          "arn:aws:iam::111122223333:role/engineer",
          OWN,
          "",
          "",
          "198.51.100.7",
          "",
          "");

  private Made() {}

  public static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  public static Window span(int from, int until) {
    return new Window(at(from), at(until));
  }

  public static ApiCall call(Instant time, String service, String action, String request) {
    return call(time, service, action, request, REGION, "");
  }

  /// A call whose record holds the answer.
  public static ApiCall answered(
      Instant time, String service, String action, String request, String response) {
    var call = call(time, service, action, request);
    return new ApiCall(
        call.ref(),
        call.time(),
        call.provider(),
        call.service(),
        call.action(),
        call.caller(),
        call.account(),
        call.region(),
        call.errorCode(),
        call.request(),
        response,
        call.resources(),
        "");
  }

  public static ApiCall call(
      Instant time, String service, String action, String request, String region, String error) {
    var id = action + "-" + time.getEpochSecond() + "-" + Integer.toHexString(request.hashCode());
    return new ApiCall(
        new EventRef(1, time.getEpochSecond(), id),
        time,
        Provider.AWS,
        service + ".amazonaws.com",
        action,
        ENGINEER,
        OWN,
        region,
        error,
        request,
        "",
        List.of(),
        "");
  }

  public static ApiCall azure(Instant time, String operation, String resource, String response) {
    return new ApiCall(
        new EventRef(1, time.getEpochSecond(), operation),
        time,
        Provider.AZURE,
        "microsoft.storage",
        operation,
        ENGINEER,
        "00000000-0000-0000-0000-000000000001",
        "",
        "",
        "",
        response,
        List.of(resource),
        "");
  }

  /// A call about the bucket `shop-training`; `more` are further request fields.
  public static ApiCall bucket(Instant time, String action, String... more) {
    var fields = new StringBuilder("{\"bucketName\":\"shop-training\"");
    for (var field : more) {
      fields.append(',').append(field);
    }
    return call(time, "s3", action, fields.append('}').toString());
  }

  public static ApiCall created(Instant time) {
    return bucket(
        time,
        "CreateBucket",
        "\"CreateBucketConfiguration\":{\"LocationConstraint\":\"eu-central-1\"}");
  }

  public static ApiCall policy(Instant time, String policy) {
    return bucket(time, "PutBucketPolicy", "\"bucketPolicy\":" + policy);
  }

  public static ApiCall block(Instant time, boolean on) {
    return bucket(time, "PutBucketPublicAccessBlock", settings(on));
  }

  public static ApiCall accountBlock(Instant time, boolean on) {
    return call(
        time,
        "s3",
        "PutAccountPublicAccessBlock",
        "{\"accountId\":\"" + OWN + "\"," + settings(on) + "}");
  }

  private static String settings(boolean on) {
    return ("\"PublicAccessBlockConfiguration\":{\"BlockPublicAcls\":%1$s,\"IgnorePublicAcls\":%1$s,"
            + "\"BlockPublicPolicy\":%1$s,\"RestrictPublicBuckets\":%1$s}")
        .formatted(on);
  }

  /// The bucket as AWS Config finds it: private, ACLs disabled.
  public static ConfigurationItem item(Instant time, String policy, boolean blocked) {
    var text = policy.isEmpty() ? "null" : quoted(policy);
    return new ConfigurationItem(
        new EventRef(2, time.getEpochSecond(), ""),
        time,
        OWN,
        REGION,
        "AWS::S3::Bucket",
        "shop-training",
        "arn:aws:s3:::shop-training",
        "OK",
        "{}",
        "{\"BucketPolicy\":"
            + quoted("{\"policyText\":" + text + "}")
            + ",\"AccessControlList\":"
            + quoted(
                "{\"grantSet\":null,\"grantList\":[{\"grantee\":{\"id\":\"c0ffee\"},"
                    + "\"permission\":\"FullControl\"}],\"owner\":{\"id\":\"c0ffee\"}}")
            + ",\"PublicAccessBlockConfiguration\":"
            + quoted(
                ("{\"blockPublicAcls\":%1$s,\"ignorePublicAcls\":%1$s,\"blockPublicPolicy\":%1$s,"
                        + "\"restrictPublicBuckets\":%1$s}")
                    .formatted(blocked))
            + ",\"OwnershipControls\":"
            + quoted("{\"rules\":[{\"objectOwnership\":\"BucketOwnerEnforced\"}]}")
            + "}");
  }

  public static ConfigurationItem accountItem(Instant time, boolean blocked) {
    return new ConfigurationItem(
        new EventRef(2, time.getEpochSecond(), "account"),
        time,
        OWN,
        REGION,
        "AWS::S3::AccountPublicAccessBlock",
        OWN,
        "",
        "OK",
        ("{\"blockPublicAcls\":%1$s,\"ignorePublicAcls\":%1$s,\"blockPublicPolicy\":%1$s,"
                + "\"restrictPublicBuckets\":%1$s}")
            .formatted(blocked),
        "{}");
  }

  public static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  public static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";

  /// Azure logs that Greta states to be whole: the Activity log, and the write logs of an account's
  /// endpoint where one is named.
  public static CoverageResult stated(Window activity, Window writes, String endpoint) {
    var finder = new CoverageFinder();
    finder.add(
        new CompleteLog(CompleteLog.Log.AZURE_ACTIVITY, SUBSCRIPTION, activity, "Greta Invented"));
    if (!endpoint.isEmpty()) {
      finder.add(
          new CompleteLog(
              CompleteLog.Log.AZURE_STORAGE_WRITES, endpoint, writes, "Greta Invented"));
    }
    return finder.resolve(DAY, List.of(), List.of());
  }

  /// Management logs that are proved complete in the given spans.
  public static CoverageResult complete(Window... spans) {
    var rows = new ArrayList<SourceCoverage>();
    for (var span : spans) {
      rows.add(
          new SourceCoverage(
              Sources.MANAGEMENT,
              Sources.accountRegion(OWN, REGION),
              span,
              Coverage.COMPLETE,
              List.of()));
    }
    return new CoverageResult(rows, List.of(), List.of());
  }

  /// Management logs of which nothing is proved.
  public static CoverageResult unproved() {
    return new CoverageResult(List.of(), List.of(), List.of());
  }

  /// Hourly digests from the start, each naming its predecessor and one log file `log-<hour>` with
  /// events from the second to the fiftieth minute.
  public static List<TrailDigest> digests(int hours) {
    return digests(hours, 60, 3000);
  }

  /// The same, with log files that hold the events of the whole hour.
  public static List<TrailDigest> digestsOfWholeHours(int hours) {
    return digests(hours, 0, 3599);
  }

  private static List<TrailDigest> digests(int hours, int oldest, int newest) {
    var digests = new ArrayList<TrailDigest>();
    for (var hour = 0; hour < hours; hour++) {
      var from = START.plus(Duration.ofHours(hour));
      digests.add(
          new TrailDigest(
              new EventRef(100 + hour, 1, ""),
              from,
              from.plus(Duration.ofHours(1)),
              OWN,
              REGION,
              location(hour),
              "digest" + hour,
              hour == 0 ? "" : location(hour - 1),
              hour == 0 ? "" : "digest" + (hour - 1),
              SignatureCheck.UNCHECKED,
              List.of(
                  new DigestedFile(
                      "logs/AWSLogs/log-" + hour + ".json.gz",
                      "hash" + hour,
                      from.plusSeconds(oldest),
                      from.plusSeconds(newest),
                      1000))));
    }
    return digests;
  }

  private static String location(int hour) {
    return "logs/AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/03/01/"
        + "111122223333_CloudTrail-Digest_eu-central-1_main_eu-central-1_20260301T%02d0000Z.json.gz"
            .formatted(hour + 1);
  }

  /// The log files that the digests name, as they were read.
  public static List<InputSummary> inputs(int hours) {
    var inputs = new ArrayList<InputSummary>();
    for (var hour = 0; hour < hours; hour++) {
      inputs.add(input(hour, "hash" + hour, 0));
    }
    return inputs;
  }

  public static InputSummary input(int hour, String hash, long undecodable) {
    return new InputSummary(
        hour,
        "folder/log-" + hour + ".json.gz",
        "",
        hash,
        1000,
        "cloudtrail",
        10,
        undecodable,
        0,
        null,
        null,
        List.of());
  }
}
