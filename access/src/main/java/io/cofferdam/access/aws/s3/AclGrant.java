package io.cofferdam.access.aws.s3;

/// One line of an access control list.
public record AclGrant(Grantee grantee, AclPermission permission) {

  public boolean isPublic() {
    return grantee == Grantee.Group.ALL_USERS || grantee == Grantee.Group.AUTHENTICATED_USERS;
  }
}
