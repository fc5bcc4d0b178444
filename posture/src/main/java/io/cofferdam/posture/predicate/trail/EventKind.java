package io.cofferdam.posture.predicate.trail;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A set of events, field by field. A field that is not named may hold anything.
///
/// @param oneOf fields that hold one of a few texts
/// @param like fields that hold a text of a shape
public record EventKind(Map<String, List<String>> oneOf, Map<String, Pattern> like) {
  public EventKind {
    oneOf = Map.copyOf(oneOf);
    like = Map.copyOf(like);
  }

  /// Reads of what objects hold.
  ///
  /// @param bucket its name
  public static EventKind objectReads(String bucket) {
    return objects(bucket, "true", List.of("GetObject"));
  }

  /// Acts that change objects or open them.
  ///
  /// @param bucket its name
  public static EventKind objectWrites(String bucket) {
    return objects(
        bucket,
        "false",
        List.of(
            "PutObject",
            "CopyObject",
            "CompleteMultipartUpload",
            "DeleteObject",
            "DeleteObjects",
            "PutObjectAcl"));
  }

  private static EventKind objects(String bucket, String readOnly, List<String> names) {
    Map<String, List<String>> oneOf = new HashMap<>();
    oneOf.put(EventSelector.CATEGORY, List.of("Data"));
    oneOf.put(EventSelector.TYPE, List.of("AWS::S3::Object"));
    oneOf.put(EventSelector.READ_ONLY, List.of(readOnly));
    oneOf.put("eventName", names);
    oneOf.put("eventSource", List.of("s3.amazonaws.com"));
    oneOf.put("eventType", List.of("AwsApiCall"));
    oneOf.put("sessionCredentialFromConsole", List.of("false", "true"));
    return new EventKind(
        oneOf, Map.of(EventSelector.ARN, Pattern.glob("arn:aws:s3:::" + bucket + "/?*")));
  }
}
