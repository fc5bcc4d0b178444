package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.AclPermissions;
import io.cofferdam.access.aws.s3.Grantee;
import java.util.Optional;

/// What access control lists grant a caller.
final class AclGrade {
  private AclGrade() {}

  static PrincipalGrade of(Facts facts, S3Controls s3) {
    DecisionRequest request = facts.request;
    if (s3.aclsDisabled()
        || (s3.acl().isEmpty() && s3.objectAcl().isEmpty())
        || !facts.service.equals("s3")) {
      return PrincipalGrade.NO_MATCH;
    }
    boolean ignorePublic = s3.effectiveBlock().ignorePublicAcls();
    PrincipalGrade bucket =
        best(s3.acl(), AclPermissions.onBucket(request.action()), request, ignorePublic);
    PrincipalGrade object =
        best(s3.objectAcl(), AclPermissions.onObject(request.action()), request, ignorePublic);
    return bucket.compareTo(object) >= 0 ? bucket : object;
  }

  private static PrincipalGrade best(
      Optional<Acl> acl,
      Optional<AclPermission> needed,
      DecisionRequest request,
      boolean ignorePublic) {
    PrincipalGrade best = PrincipalGrade.NO_MATCH;
    if (acl.isEmpty() || needed.isEmpty()) {
      return best;
    }
    for (AclGrant grant : acl.get().grants()) {
      if (grant.permission().includes(needed.get()) && !(ignorePublic && grant.isPublic())) {
        PrincipalGrade grade = grade(grant.grantee(), request.principal());
        if (grade.compareTo(best) > 0) {
          best = grade;
        }
      }
    }
    return best;
  }

  private static PrincipalGrade grade(Grantee grantee, RequestPrincipal caller) {
    return switch (grantee) {
      case Grantee.Group group ->
          switch (group) {
            case ALL_USERS -> PrincipalGrade.EVERYONE;
            case AUTHENTICATED_USERS ->
                caller.account().isEmpty() ? PrincipalGrade.NO_MATCH : PrincipalGrade.EVERYONE;
            case LOG_DELIVERY ->
                caller.name().equals("logging.s3.amazonaws.com")
                    ? PrincipalGrade.EXACT
                    : PrincipalGrade.NO_MATCH;
          };
      case Grantee.CanonicalUser(String id) ->
          !id.isEmpty() && id.equals(caller.canonicalId())
              ? PrincipalGrade.ACCOUNT
              : PrincipalGrade.NO_MATCH;
      case Grantee.Account(String id) ->
          id.equals(caller.account()) ? PrincipalGrade.ACCOUNT : PrincipalGrade.NO_MATCH;
      case Grantee.ByEmail e -> PrincipalGrade.NO_MATCH;
    };
  }
}
