package io.cofferdam.access.exposure;

import java.util.List;

/// What an outsider may want of a bucket.
public enum BucketRight {
  /// Reading the content of objects, current or older versions.
  READ,
  /// Listing the names of objects or of their versions.
  LIST;

  /// The S3 actions any of which gives the right.
  public List<String> actions() {
    return switch (this) {
      case READ -> List.of("s3:GetObject", "s3:GetObjectVersion");
      case LIST -> List.of("s3:ListBucket", "s3:ListBucketVersions");
    };
  }
}
