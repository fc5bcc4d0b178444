package io.cofferdam.access.aws.s3;

import java.util.Optional;

/// What an access control list's grant permits. On a bucket READ lists its objects; on an object
/// READ reads its content (Amazon S3 User Guide, "Access control list (ACL) overview").
public enum AclPermission {
  READ,
  WRITE,
  READ_ACP,
  WRITE_ACP,
  FULL_CONTROL;

  public static Optional<AclPermission> parse(String apiName) {
    for (AclPermission permission : values()) {
      if (permission.name().equals(apiName)) {
        return Optional.of(permission);
      }
    }
    return Optional.empty();
  }

  public boolean includes(AclPermission other) {
    return this == other || this == FULL_CONTROL;
  }
}
