package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.access.exposure.Outsider.Reach;
import io.cofferdam.access.exposure.Outsider.Route;
import io.cofferdam.model.exposure.Audience;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The classes of callers that make up an audience.
///
/// @param signed whether callers with credentials belong to it
/// @param account their account, or [Outsider#SOME_ACCOUNT]
record Outsiders(Reach reach, boolean signed, String account) {

  static Outsiders of(Audience audience) {
    return switch (audience) {
      case Audience.Anyone() -> new Outsiders(Reach.UNNAMED, false, Outsider.SOME_ACCOUNT);
      case Audience.AnyAccount() -> new Outsiders(Reach.UNNAMED, true, Outsider.SOME_ACCOUNT);
      case Audience.ForeignAccount(String account) ->
          new Outsiders(Reach.ONE_ACCOUNT, true, account);
    };
  }

  static Outsiders anyOutsider() {
    return new Outsiders(Reach.ANY_OUTSIDER, true, Outsider.SOME_ACCOUNT);
  }

  /// Every class, those most often let in first.
  List<Outsider> classes(Optional<PolicyDocument> policy, Optional<String> owner) {
    Set<RequestPrincipal> principals = new LinkedHashSet<>();
    principals.add(RequestPrincipal.ANONYMOUS);
    if (signed) {
      for (PrincipalKind kind :
          List.of(
              PrincipalKind.IAM_USER,
              PrincipalKind.ROLE_SESSION,
              PrincipalKind.ACCOUNT_ROOT,
              PrincipalKind.FEDERATED_USER)) {
        principals.add(some(kind, account));
      }
      policy.ifPresent(document -> addNamed(document, owner, principals));
    }
    List<Outsider> classes = new ArrayList<>();
    for (Route route : Route.values()) {
      for (RequestPrincipal principal : principals) {
        classes.add(new Outsider(principal, reach, route));
      }
    }
    return classes;
  }

  private static RequestPrincipal some(PrincipalKind kind, String account) {
    return account.equals(Outsider.SOME_ACCOUNT)
        ? new RequestPrincipal(kind, "", Outsider.SOME_ACCOUNT, "")
        : PathQuestion.generic(kind, account).withCanonicalId(account);
  }

  /// Principals and accounts that the policy names, where the audience may be them.
  private void addNamed(
      PolicyDocument policy, Optional<String> owner, Set<RequestPrincipal> principals) {
    if (reach == Reach.UNNAMED) {
      return;
    }
    for (Statement statement : policy.statements()) {
      for (PrincipalName name : NamedValues.names(statement.principal())) {
        if (name instanceof PrincipalName.Arn arn && belongs(arn.account(), owner)) {
          caller(arn.arn()).ifPresent(principals::add);
        } else if (name instanceof PrincipalName.Account(String id) && belongs(id, owner)) {
          principals.add(some(PrincipalKind.IAM_USER, id));
          principals.add(some(PrincipalKind.ROLE_SESSION, id));
        } else if (name instanceof PrincipalName.CanonicalUser(String id) && belongs(id, owner)) {
          principals.add(some(PrincipalKind.IAM_USER, id));
        }
      }
    }
  }

  private boolean belongs(String id, Optional<String> owner) {
    return reach == Reach.ONE_ACCOUNT ? id.equals(account) : !owner.equals(Optional.of(id));
  }

  /// The caller an ARN names; a role acts by its sessions.
  private static Optional<RequestPrincipal> caller(String arn) {
    return RequestPrincipal.parse(arn)
        .map(
            principal ->
                principal.kind() == PrincipalKind.IAM_ROLE
                    ? new RequestPrincipal(
                        PrincipalKind.ROLE_SESSION,
                        "arn:aws:sts::"
                            + principal.account()
                            + ":assumed-role/"
                            + principal.roleName()
                            + "/session",
                        principal.account(),
                        "")
                    : principal);
  }
}
