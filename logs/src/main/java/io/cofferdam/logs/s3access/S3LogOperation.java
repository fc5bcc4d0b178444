package io.cofferdam.logs.s3access;

import io.cofferdam.model.event.AccessOperation;

/// What an operation of a server access log does: `REST.GET.OBJECT`, `WEBSITE.GET.OBJECT`,
/// `BATCH.DELETE.OBJECT`, `S3.EXPIRE.OBJECT`, `REST.COPY.OBJECT_GET` (the read of a copy's source).
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
final class S3LogOperation {
  private S3LogOperation() {}

  static AccessOperation of(String operation) {
    var parts = operation.split("\\.", 3);
    if (parts.length < 3) {
      return parts.length == 2 && parts[0].equals("SOAP") ? soap(parts[1]) : AccessOperation.OTHER;
    }
    if (parts[0].equals("S3")) {
      return lifecycle(operation);
    }
    var resource = parts[2];
    return switch (parts[1]) {
      case "GET" -> get(resource);
      case "HEAD" -> AccessOperation.METADATA;
      case "COPY" -> resource.endsWith("_GET") ? AccessOperation.READ : AccessOperation.WRITE;
      case "SELECT" -> AccessOperation.READ;
      case "PUT" -> onObject(resource) ? AccessOperation.WRITE : AccessOperation.OTHER;
      case "POST" -> post(resource);
      case "DELETE" ->
          resource.equals("OBJECT") || resource.equals("OBJECT_VERSION")
              ? AccessOperation.DELETE
              : AccessOperation.OTHER;
      default -> AccessOperation.OTHER;
    };
  }

  private static AccessOperation get(String resource) {
    return switch (resource) {
      case "BUCKET", "BUCKETVERSIONS", "UPLOADS", "BUCKET_VERSIONS" -> AccessOperation.LIST;
      case "ACL",
          "OBJECT_TAGGING",
          "OBJECT_ATTRIBUTES",
          "OBJECT_LOCK_LEGALHOLD",
          "OBJECT_LOCK_RETENTION",
          "OBJECT_ACL",
          "UPLOAD" ->
          AccessOperation.METADATA;
      // any other read of an object counts as a read of its content, known or not
      default -> onObject(resource) ? AccessOperation.READ : AccessOperation.OTHER;
    };
  }

  private static AccessOperation post(String resource) {
    return switch (resource) {
      case "MULTI_OBJECT_DELETE" -> AccessOperation.DELETE;
      case "OBJECT", "UPLOAD", "UPLOADS", "OBJECT_RESTORE" -> AccessOperation.WRITE;
      case "SELECT", "OBJECT_SELECT", "SELECT_OBJECT_CONTENT" -> AccessOperation.READ;
      default -> AccessOperation.OTHER;
    };
  }

  private static boolean onObject(String resource) {
    return resource.startsWith("OBJECT") || resource.equals("PART") || resource.contains("TORRENT");
  }

  private static AccessOperation soap(String call) {
    return switch (call) {
      case "GetObject", "GetObjectExtended" -> AccessOperation.READ;
      case "ListBucket" -> AccessOperation.LIST;
      default -> AccessOperation.OTHER;
    };
  }

  private static AccessOperation lifecycle(String operation) {
    return operation.startsWith("S3.EXPIRE.") || operation.startsWith("S3.DELETE.")
        ? AccessOperation.DELETE
        : AccessOperation.OTHER;
  }
}
