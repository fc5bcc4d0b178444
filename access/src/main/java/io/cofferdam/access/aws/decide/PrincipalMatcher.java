package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import java.util.List;

/// Matches Principal and NotPrincipal elements against one caller (AWS JSON policy elements:
/// Principal; NotPrincipal).
public final class PrincipalMatcher {
  private final RequestPrincipal caller;
  private final boolean bounded;
  private final String roleFrom;
  private final String roleTail;

  /// @param bounded whether a permissions boundary is attached to the caller
  PrincipalMatcher(RequestPrincipal caller, boolean bounded) {
    this.caller = caller;
    this.bounded = bounded;
    boolean session = caller.kind() == PrincipalKind.ROLE_SESSION;
    this.roleFrom = session ? rolePrefix(caller) : "";
    this.roleTail = session ? "/" + caller.roleName() : "";
  }

  /// `arn:aws:iam::111122223333:role/`.
  private static String rolePrefix(RequestPrincipal session) {
    int colon = session.name().indexOf(':', 4);
    String partition = colon < 0 ? "aws" : session.name().substring(4, colon);
    return "arn:" + partition + ":iam::" + session.account() + ":role/";
  }

  /// How closely a Principal element names the caller; for a NotPrincipal, EVERYONE unless it
  /// names the caller, its role or its account.
  public static PrincipalGrade grade(PrincipalElement element, RequestPrincipal caller) {
    return new PrincipalMatcher(caller, false).grade(element);
  }

  /// How closely a statement names a caller who has no permissions boundary.
  public static PrincipalGrade grade(Statement statement, RequestPrincipal caller) {
    return new PrincipalMatcher(caller, false).grade(statement);
  }

  /// How closely the statement names the caller.
  PrincipalGrade grade(Statement statement) {
    if (statement.effect() == Effect.DENY
        && statement.principal() instanceof PrincipalElement.AllBut(List<PrincipalName> names)) {
      return spares(names) ? PrincipalGrade.NO_MATCH : PrincipalGrade.EVERYONE;
    }
    return grade(statement.principal());
  }

  /// Whether a Deny with NotPrincipal leaves the caller alone: only if the caller itself is
  /// listed. The account does not spare those in it, nor the role its sessions; a caller with a
  /// permissions boundary is denied whatever is listed.
  private boolean spares(List<PrincipalName> names) {
    PrincipalGrade best = best(names);
    boolean person =
        switch (caller.kind()) {
          case IAM_USER, IAM_ROLE, ROLE_SESSION -> true;
          case ANONYMOUS, ACCOUNT_ROOT, FEDERATED_USER, IDENTITY_PROVIDER, AWS_SERVICE -> false;
        };
    return !(bounded && person)
        && (best == PrincipalGrade.EXACT || best == PrincipalGrade.EVERYONE);
  }

  private PrincipalGrade grade(PrincipalElement element) {
    return switch (element) {
      case PrincipalElement.Missing m -> PrincipalGrade.EXACT;
      case PrincipalElement.Named(List<PrincipalName> names) -> best(names);
      case PrincipalElement.AllBut(List<PrincipalName> names) ->
          best(names) == PrincipalGrade.NO_MATCH
              ? PrincipalGrade.EVERYONE
              : PrincipalGrade.NO_MATCH;
    };
  }

  private PrincipalGrade best(List<PrincipalName> names) {
    PrincipalGrade best = PrincipalGrade.NO_MATCH;
    for (int i = 0; i < names.size() && best != PrincipalGrade.EXACT; i++) {
      PrincipalGrade grade = grade(names.get(i));
      if (grade.compareTo(best) > 0) {
        best = grade;
      }
    }
    return best;
  }

  PrincipalGrade grade(PrincipalName name) {
    return switch (name) {
      case PrincipalName.Everyone e -> PrincipalGrade.EVERYONE;
      case PrincipalName.Account(String id) -> account(id);
      case PrincipalName.Arn(String arn) -> arn(arn);
      case PrincipalName.Deleted d -> PrincipalGrade.NO_MATCH;
      case PrincipalName.Service(String service) -> named(PrincipalKind.AWS_SERVICE, service);
      case PrincipalName.Federated(String provider) ->
          named(PrincipalKind.IDENTITY_PROVIDER, provider);
      case PrincipalName.CanonicalUser(String id) ->
          !caller.canonicalId().isEmpty() && id.equals(caller.canonicalId())
              ? PrincipalGrade.ACCOUNT
              : PrincipalGrade.NO_MATCH;
    };
  }

  private PrincipalGrade account(String id) {
    if (!id.equals(caller.account())) {
      return PrincipalGrade.NO_MATCH;
    }
    return caller.kind() == PrincipalKind.ACCOUNT_ROOT
        ? PrincipalGrade.EXACT
        : PrincipalGrade.ACCOUNT;
  }

  private PrincipalGrade named(PrincipalKind kind, String name) {
    return caller.kind() == kind && (name.equals("*") || name.equals(caller.name()))
        ? PrincipalGrade.EXACT
        : PrincipalGrade.NO_MATCH;
  }

  private PrincipalGrade arn(String arn) {
    if (arn.equals(caller.name())) {
      return PrincipalGrade.EXACT;
    }
    return caller.kind() == PrincipalKind.ROLE_SESSION
            && arn.startsWith(roleFrom)
            && arn.endsWith(roleTail)
        ? PrincipalGrade.ROLE_OF_SESSION
        : PrincipalGrade.NO_MATCH;
  }
}
