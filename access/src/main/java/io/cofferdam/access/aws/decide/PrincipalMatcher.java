package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import java.util.List;

/// Matches a Principal or NotPrincipal element against a caller.
public final class PrincipalMatcher {
  private PrincipalMatcher() {}

  /// How closely the element names the caller. A NotPrincipal that excludes a role excludes its
  /// sessions too, and one that excludes the account excludes everybody in it.
  public static PrincipalGrade grade(PrincipalElement element, RequestPrincipal caller) {
    return switch (element) {
      case PrincipalElement.Missing m -> PrincipalGrade.EXACT;
      case PrincipalElement.Named(List<PrincipalName> names) -> best(names, caller);
      case PrincipalElement.AllBut(List<PrincipalName> names) ->
          best(names, caller) == PrincipalGrade.NO_MATCH
              ? PrincipalGrade.EVERYONE
              : PrincipalGrade.NO_MATCH;
    };
  }

  private static PrincipalGrade best(List<PrincipalName> names, RequestPrincipal caller) {
    PrincipalGrade best = PrincipalGrade.NO_MATCH;
    for (PrincipalName name : names) {
      PrincipalGrade grade = grade(name, caller);
      if (grade.compareTo(best) > 0) {
        best = grade;
      }
    }
    return best;
  }

  private static PrincipalGrade grade(PrincipalName name, RequestPrincipal caller) {
    return switch (name) {
      case PrincipalName.Everyone e -> PrincipalGrade.EVERYONE;
      case PrincipalName.Account(String id) ->
          !id.equals(caller.account())
              ? PrincipalGrade.NO_MATCH
              : caller.kind() == PrincipalKind.ACCOUNT_ROOT
                  ? PrincipalGrade.EXACT
                  : PrincipalGrade.ACCOUNT;
      case PrincipalName.Arn arn -> grade(arn, caller);
      case PrincipalName.Deleted d -> PrincipalGrade.NO_MATCH;
      case PrincipalName.Service(String service) ->
          caller.kind() == PrincipalKind.AWS_SERVICE
                  && (service.equals("*") || service.equals(caller.name()))
              ? PrincipalGrade.EXACT
              : PrincipalGrade.NO_MATCH;
      case PrincipalName.Federated(String provider) ->
          caller.kind() == PrincipalKind.IDENTITY_PROVIDER
                  && (provider.equals("*") || provider.equals(caller.name()))
              ? PrincipalGrade.EXACT
              : PrincipalGrade.NO_MATCH;
      case PrincipalName.CanonicalUser(String id) ->
          !caller.canonicalId().isEmpty() && id.equals(caller.canonicalId())
              ? PrincipalGrade.ACCOUNT
              : PrincipalGrade.NO_MATCH;
    };
  }

  private static PrincipalGrade grade(PrincipalName.Arn name, RequestPrincipal caller) {
    if (name.arn().equals(caller.name())) {
      return PrincipalGrade.EXACT;
    }
    if (caller.kind() == PrincipalKind.ROLE_SESSION
        && name.account().equals(caller.account())
        && name.arn().contains(":iam::")
        && name.arn().contains(":role/")
        && name.arn().endsWith("/" + caller.roleName())) {
      return PrincipalGrade.ROLE_OF_SESSION;
    }
    return PrincipalGrade.NO_MATCH;
  }
}
