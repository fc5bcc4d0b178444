package io.cofferdam.logs.cloudtrail;

import io.cofferdam.model.event.AccessOperation;
import org.jspecify.annotations.Nullable;

/// The S3 object-level calls that CloudTrail logs as data events, and what they do to content.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
final class S3Operation {
  private S3Operation() {}

  /// Null where the call is not on objects (those are management events).
  static @Nullable AccessOperation of(String action) {
    return switch (action) {
      case "GetObject", "SelectObjectContent", "GetObjectTorrent", "CopyObject", "UploadPartCopy" ->
          AccessOperation.READ;
      case "ListObjects",
          "ListObjectsV2",
          "ListObjectVersions",
          "ListBucket",
          "ListBucketVersions",
          "ListMultipartUploads" ->
          AccessOperation.LIST;
      case "HeadObject",
          "HeadBucket",
          "GetObjectAcl",
          "GetObjectTagging",
          "GetObjectAttributes",
          "GetObjectLegalHold",
          "GetObjectRetention",
          "ListParts" ->
          AccessOperation.METADATA;
      case "PutObject",
          "PostObject",
          "UploadPart",
          "CreateMultipartUpload",
          "CompleteMultipartUpload",
          "PutObjectAcl",
          "PutObjectTagging",
          "DeleteObjectTagging",
          "PutObjectLegalHold",
          "PutObjectRetention",
          "RenameObject",
          "RestoreObject",
          "WriteGetObjectResponse" ->
          AccessOperation.WRITE;
      case "DeleteObject", "DeleteObjects", "DeleteObjectVersion" -> AccessOperation.DELETE;
      case "AbortMultipartUpload", "CreateSession" -> AccessOperation.OTHER;
      default -> null;
    };
  }

  static boolean copies(String action) {
    return action.equals("CopyObject") || action.equals("UploadPartCopy");
  }
}
