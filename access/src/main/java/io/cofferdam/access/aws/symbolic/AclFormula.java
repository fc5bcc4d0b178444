package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.AclPermissions;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What access control lists grant to a class of callers, as a [Formula].
final class AclFormula {
  static final String BY_EMAIL = "whose account an access control list names by e-mail address";

  private static final List<String> ACTIONS =
      List.of(
          "s3:ListBucket",
          "s3:ListBucketVersions",
          "s3:ListBucketMultipartUploads",
          "s3:PutObject",
          "s3:GetBucketAcl",
          "s3:PutBucketAcl",
          "s3:GetObject",
          "s3:GetObjectVersion",
          "s3:GetObjectAcl",
          "s3:GetObjectVersionAcl",
          "s3:PutObjectAcl",
          "s3:PutObjectVersionAcl");

  private final S3Controls s3;
  private final CallerClass caller;
  private final String bucket;

  AclFormula(S3Controls s3, CallerClass caller, String bucket) {
    this.s3 = s3;
    this.caller = caller;
    this.bucket = bucket;
  }

  Formula someGrant() {
    if (s3.aclsDisabled()) {
      return Formula.never();
    }
    List<Formula> any = new ArrayList<>();
    s3.acl()
        .ifPresent(
            acl -> add(acl, "the bucket's access control list", AclPermissions::onBucket, any));
    s3.objectAcl()
        .ifPresent(
            acl -> add(acl, "the object's access control list", AclPermissions::onObject, any));
    return Formula.any(any);
  }

  private void add(
      Acl acl,
      String origin,
      Function<String, Optional<AclPermission>> needed,
      List<Formula> into) {
    for (AclGrant grant : acl.grants()) {
      if ((grant.isPublic() && s3.effectiveBlock().ignorePublicAcls()) || !names(grant.grantee())) {
        continue;
      }
      for (String action : ACTIONS) {
        if (needed.apply(action).map(grant.permission()::includes).orElse(false)) {
          into.add(
              Formula.all(
                  List.of(
                      new Formula.Is(
                          new Test.OfAction(
                              new ActionElement(false, List.of(Pattern.globIgnoringCase(action)))),
                          true,
                          origin),
                      new Formula.Is(
                          new Test.OfResource(Test.RESOURCE, resource(action)), true, origin))));
        }
      }
    }
  }

  private ResourceElement resource(String action) {
    boolean object = action.contains("Object");
    return new ResourceElement(
        false,
        List.of(
            object
                ? Template.of(bucket + "/*", PolicyVersion.V2008_10_17)
                : Template.literal(bucket)));
  }

  private boolean names(Grantee grantee) {
    return switch (grantee) {
      case Grantee.Group group ->
          switch (group) {
            case ALL_USERS -> true;
            case AUTHENTICATED_USERS -> caller.hasAccount();
            case LOG_DELIVERY -> caller.principal().name().equals("logging.s3.amazonaws.com");
          };
      case Grantee.CanonicalUser(String id) ->
          !id.isEmpty() && id.equals(caller.principal().canonicalId());
      case Grantee.Account(String id) -> id.equals(caller.principal().account());
      case Grantee.ByEmail e -> false;
    };
  }

  /// The principals outside the owner's account that lists name one by one.
  static List<CallerClass> grantees(S3Controls s3, String owner) {
    List<CallerClass> classes = new ArrayList<>();
    for (Optional<Acl> one : List.of(s3.acl(), s3.objectAcl())) {
      for (AclGrant grant : one.map(Acl::grants).orElse(List.of())) {
        String account = Accounts.unnamed(Set.of(owner));
        String id = "";
        switch (grant.grantee()) {
          case Grantee.CanonicalUser(String canonical) ->
              id = canonical.equals(one.map(Acl::owner).orElse("")) ? "" : canonical;
          case Grantee.Account(String named) -> {
            account = named;
            id = named.equals(owner) ? "" : named;
          }
          case Grantee.Group g -> {}
          case Grantee.ByEmail e -> {}
        }
        if (!id.isEmpty()) {
          classes.add(
              new CallerClass(
                  CallerClass.generic(PrincipalKind.IAM_USER, account).withCanonicalId(id),
                  Optional.empty(),
                  Set.of(),
                  Set.of(),
                  Trust.ANY,
                  Route.INTERNET));
        }
      }
    }
    return classes;
  }

  /// Whom lists name, the bucket's owner apart.
  static List<Grantee> named(S3Controls s3) {
    if (s3.aclsDisabled()) {
      return List.of();
    }
    String owner = s3.acl().map(Acl::owner).orElse("");
    return List.of(s3.acl(), s3.objectAcl()).stream()
        .flatMap(acl -> acl.map(Acl::grants).orElse(List.of()).stream())
        .map(AclGrant::grantee)
        .filter(grantee -> owner.isEmpty() || !grantee.equals(new Grantee.CanonicalUser(owner)))
        .toList();
  }

  /// Grants whose grantee cannot be told.
  static boolean namesByEmail(S3Controls s3) {
    return !s3.aclsDisabled()
        && List.of(s3.acl(), s3.objectAcl()).stream()
            .flatMap(acl -> acl.map(Acl::grants).orElse(List.of()).stream())
            .anyMatch(grant -> grant.grantee() instanceof Grantee.ByEmail);
  }
}
