package io.cofferdam.access.aws.s3;

import java.util.Optional;

/// A bucket's Object Ownership setting (Amazon S3 User Guide, "Controlling ownership of objects
/// and disabling ACLs for your bucket").
public enum ObjectOwnership {
  /// ACLs are disabled: they grant nothing.
  BUCKET_OWNER_ENFORCED("BucketOwnerEnforced"),
  BUCKET_OWNER_PREFERRED("BucketOwnerPreferred"),
  /// Whoever uploads an object owns it; the setting of buckets without ownership controls.
  OBJECT_WRITER("ObjectWriter");

  private final String apiName;

  ObjectOwnership(String apiName) {
    this.apiName = apiName;
  }

  /// The value in the S3 API.
  public String apiName() {
    return apiName;
  }

  public boolean aclsDisabled() {
    return this == BUCKET_OWNER_ENFORCED;
  }

  public static Optional<ObjectOwnership> parse(String apiName) {
    for (ObjectOwnership ownership : values()) {
      if (ownership.apiName.equals(apiName)) {
        return Optional.of(ownership);
      }
    }
    return Optional.empty();
  }
}
