package io.cofferdam.respond.tamper;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.respond.json.Json;
import java.util.List;

/// Reads acts on buckets that matter where the bucket turns out to hold logs.
final class LogBuckets {
  /// Acts that are tampering only where their target is a bucket of logs, or the key of one.
  static final String FILES = "log files in the bucket";
  static final String KEY = "log files encrypted with the key";

  private LogBuckets() {}

  static List<TamperAct> read(ApiCall call, JsonNode request) {
    var bucket = Json.text(request, "bucketName");
    return switch (call.action()) {
      case "PutBucketLogging" -> {
        var enabled = request.path("BucketLoggingStatus").path("LoggingEnabled");
        yield List.of(
            LogSwitches.of(
                call, bucket, "S3 access logs of " + bucket, !enabled.isObject(), false));
      }
      case "PutBucketLifecycle", "PutBucketLifecycleConfiguration" ->
          request.path("LifecycleConfiguration").findValue("Expiration") == null
              ? List.of()
              : List.of(LogSwitches.of(call, bucket, FILES, true, true));
      case "DeleteBucket" -> List.of(LogSwitches.of(call, bucket, FILES, true, true));
      case "DeleteBucketLifecycle" -> List.of(LogSwitches.of(call, bucket, FILES, false, false));
      default -> List.of();
    };
  }
}
