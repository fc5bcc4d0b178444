package io.cofferdam.access.aws.s3;

import java.util.Locale;
import java.util.Optional;

/// Which S3 action an access control list can permit, and by which permission (Amazon S3 User
/// Guide, "Mapping of ACL permissions and access policy permissions").
public final class AclPermissions {
  private AclPermissions() {}

  /// The permission on the bucket's list that gives the action.
  public static Optional<AclPermission> onBucket(String action) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "s3:listbucket", "s3:listbucketversions", "s3:listbucketmultipartuploads" ->
          Optional.of(AclPermission.READ);
      case "s3:putobject" -> Optional.of(AclPermission.WRITE);
      case "s3:getbucketacl" -> Optional.of(AclPermission.READ_ACP);
      case "s3:putbucketacl" -> Optional.of(AclPermission.WRITE_ACP);
      default -> Optional.empty();
    };
  }

  /// The permission on the object's list that gives the action.
  public static Optional<AclPermission> onObject(String action) {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "s3:getobject", "s3:getobjectversion" -> Optional.of(AclPermission.READ);
      case "s3:getobjectacl", "s3:getobjectversionacl" -> Optional.of(AclPermission.READ_ACP);
      case "s3:putobjectacl", "s3:putobjectversionacl" -> Optional.of(AclPermission.WRITE_ACP);
      default -> Optional.empty();
    };
  }
}
