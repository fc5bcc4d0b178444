package io.cofferdam.access.aws.s3;

import java.util.List;

/// The access control list of a bucket or object.
///
/// @param owner canonical user id of the owner, or empty when not told
public record Acl(String owner, List<AclGrant> grants) {
  public Acl {
    grants = List.copyOf(grants);
  }

  /// Full control for the owner alone.
  public static Acl ownerOnly(String owner) {
    return new Acl(
        owner, List.of(new AclGrant(new Grantee.CanonicalUser(owner), AclPermission.FULL_CONTROL)));
  }

  /// Whether S3 calls this list public: any grant to everyone or to all authenticated users.
  public boolean isPublic() {
    return grants.stream().anyMatch(AclGrant::isPublic);
  }
}
