package io.cofferdam.model.event;

/// The logs that tell of single object accesses.
public enum AccessLog {
  CLOUDTRAIL_DATA,
  S3_SERVER_ACCESS,
  AZURE_BLOB
}
