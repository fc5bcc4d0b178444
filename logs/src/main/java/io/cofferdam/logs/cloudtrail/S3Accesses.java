package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.json.JsonKey;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.text.Words;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.Objects;

/// Makes accesses of S3 data events. A copy is two: the read of its source and the write of its
/// target, under one reference.
///
/// CloudTrail gives no HTTP status, so it is 0 unless a range was asked for (206). The bytes are
/// `additionalEventData.bytesTransferredOut`; of a copy that is the size of the answer, not of the
/// content, so they are told as unknown.
final class S3Accesses {
  private static final String BUCKET_ARN = ":s3:::";

  private final JsonKey requestParameters = new JsonKey("requestParameters");
  private final JsonKey additional = new JsonKey("additionalEventData");
  private final JsonKey responseElements = new JsonKey("responseElements");
  private final JsonKey bucketName = new JsonKey("bucketName");
  private final JsonKey keyName = new JsonKey("key");
  private final JsonKey versionId = new JsonKey("versionId");
  private final JsonKey copySource = new JsonKey("x-amz-copy-source");
  private final JsonKey range = new JsonKey("Range");
  private final JsonKey lowRange = new JsonKey("range");
  private final JsonKey partNumber = new JsonKey("partNumber");
  private final JsonKey out = new JsonKey("bytesTransferredOut");
  private final JsonKey method = new JsonKey("AuthenticationMethod");
  private final JsonKey answeredVersion = new JsonKey("x-amz-version-id");
  private final JsonKey resources = new JsonKey("resources");
  private final JsonKey type = new JsonKey("type");
  private final JsonKey arn = new JsonKey("ARN");
  private final JsonKey owner = new JsonKey("accountId");

  private final Words words;
  private final Callers callers;
  private final JsonObject request = new JsonObject();
  private final JsonObject more = new JsonObject();
  private final JsonObject answer = new JsonObject();
  private final JsonObject resource = new JsonObject();
  private String resourceBucket = "";
  private String resourceKey = "";
  private String resourceAccount = "";
  private boolean changesAcl;

  /// Whether the request names the key, so that the resources need not tell it.
  private boolean keyIsAsked;

  private String lastBucket = "";
  private ResourceId lastStore = ResourceId.bucket("");

  S3Accesses(Words words, Callers callers) {
    this.words = words;
    this.callers = callers;
  }

  /// What every access of a record has in common.
  record Common(
      EventRef ref, Instant time, String action, String error, String requestId, String region) {}

  /// Whether the last decoded call also set an ACL.
  boolean changesAcl() {
    return changesAcl;
  }

  /// Hands the accesses of a record to the sink; false where the record names no bucket.
  boolean decode(JsonObject record, Common common, LogSink sink) {
    record.object(requestParameters, request);
    record.object(additional, more);
    changesAcl = common.action.equals("PutObjectAcl") || setsAcl();
    var asked = request.text(keyName);
    keyIsAsked = !asked.isEmpty();
    resources(record);
    var named = request.word(bucketName, words);
    var bucket = resourceBucket.isEmpty() ? plainBucket(named) : resourceBucket;
    if (bucket.isEmpty()) {
      return false;
    }
    var key = asked.isEmpty() ? resourceKey : asked;
    var operation = Objects.requireNonNull(S3Operation.of(common.action));
    var caller = callers.of(record);
    if (S3Operation.copies(common.action)) {
      var source = CopySource.parse(request.text(copySource));
      if (source != null) {
        sink.event(copyRead(common, caller, source, bucket, key));
      } else if (common.error.isEmpty()) {
        sink.note("copies whose source is not named: what they read is not known");
      }
      operation = AccessOperation.WRITE;
    }
    sink.event(
        new ObjectAccess(
            common.ref,
            common.time,
            AccessLog.CLOUDTRAIL_DATA,
            operation,
            common.action,
            caller,
            store(bucket),
            key,
            version(record),
            "",
            operation == AccessOperation.WRITE ? -1 : more.number(out, -1),
            -1,
            status(common, operation),
            common.error,
            common.requestId,
            more.word(method, words).equals("QueryString"),
            resourceAccount,
            common.region));
    return true;
  }

  private ResourceId store(String bucket) {
    if (!bucket.equals(lastBucket)) {
      lastBucket = bucket;
      lastStore = ResourceId.bucket(bucket);
    }
    return lastStore;
  }

  private ObjectAccess copyRead(
      Common common, Caller caller, CopySource source, String target, String targetKey) {
    return new ObjectAccess(
        common.ref,
        common.time,
        AccessLog.CLOUDTRAIL_DATA,
        AccessOperation.READ,
        common.action,
        caller,
        ResourceId.bucket(plainBucket(source.bucket())),
        source.key(),
        source.version(),
        "arn:aws:s3:::" + target + "/" + targetKey,
        -1,
        -1,
        0,
        common.error,
        common.requestId,
        more.word(method, words).equals("QueryString"),
        "",
        common.region);
  }

  private int status(Common common, AccessOperation operation) {
    var partial =
        request.find(range) >= 0 || request.find(lowRange) >= 0 || request.find(partNumber) >= 0;
    return operation == AccessOperation.READ && partial && common.error.isEmpty() ? 206 : 0;
  }

  private String version(JsonObject record) {
    var asked = request.text(versionId);
    if (!asked.isEmpty()) {
      return asked;
    }
    return record.object(responseElements, answer) ? answer.text(answeredVersion) : "";
  }

  private boolean setsAcl() {
    for (var i = 0; i < request.size(); i++) {
      if (request.keyStartsWith(i, "x-amz-acl") || request.keyStartsWith(i, "x-amz-grant-")) {
        return true;
      }
    }
    return false;
  }

  /// Bucket, key and owner as the record's resources name them: through an access point the
  /// parameters name the point, the resources also the bucket behind it.
  private void resources(JsonObject record) {
    resourceBucket = "";
    resourceKey = "";
    resourceAccount = "";
    record.objects(resources, resource, this::resource);
  }

  private void resource(JsonObject resource) {
    switch (resource.word(type, words)) {
      case "AWS::S3::Bucket" -> {
        var named = resource.word(arn, words);
        var at = named.indexOf(BUCKET_ARN);
        if (at >= 0) {
          resourceBucket = named.substring(at + BUCKET_ARN.length());
          resourceAccount = resource.word(owner, words);
        }
      }
      case "AWS::S3::Object" -> {
        if (keyIsAsked) {
          return;
        }
        var named = resource.text(arn);
        var at = named.indexOf(BUCKET_ARN);
        if (at >= 0) {
          var slash = named.indexOf('/', at + BUCKET_ARN.length());
          resourceKey = slash < 0 ? "" : named.substring(slash + 1);
        }
      }
      default -> {}
    }
  }

  /// The name behind a bucket ARN, else the text as it is (a name, or an access point's ARN).
  private static String plainBucket(String name) {
    var at = name.indexOf(BUCKET_ARN);
    return at < 0 ? name : name.substring(at + BUCKET_ARN.length());
  }
}
