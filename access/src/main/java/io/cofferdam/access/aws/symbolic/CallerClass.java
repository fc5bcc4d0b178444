package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import java.util.Optional;
import java.util.Set;

/// Callers who are alike to every Principal element in question, but for the values they bring.
///
/// @param principal stands for them: `*` in its name is still to be chosen, and with an empty
///     account (of a kind that has one) so is the account
/// @param roleArn for sessions of a role that is named, its ARN with path
/// @param notAccounts accounts that a caller with open account is not of
/// @param notArns principal ARNs that are classes of their own
/// @param trust whether values that the policy names may be the caller's
/// @param route how the request reaches the service
public record CallerClass(
    RequestPrincipal principal,
    Optional<String> roleArn,
    Set<String> notAccounts,
    Set<String> notArns,
    Trust trust,
    Route route) {
  public CallerClass {
    notAccounts = Set.copyOf(notAccounts);
    notArns = Set.copyOf(notArns);
  }

  /// Whose accounts, organisations, networks and endpoints a caller may use.
  public enum Trust {
    /// Only what the policy does not name, from a network that no condition fixes.
    UNNAMED,
    /// Any.
    ANY
  }

  /// AWS sees a public source address or a VPC endpoint, not both (AWS global condition context
  /// keys, aws:SourceIp).
  public enum Route {
    INTERNET,
    VPC_ENDPOINT,
    /// Not told: all such keys may be there or not.
    EITHER
  }

  public PrincipalKind kind() {
    return principal.kind();
  }

  /// Whether requests of the class are signed with credentials of an account.
  public boolean hasAccount() {
    return switch (kind()) {
      case ANONYMOUS, AWS_SERVICE, IDENTITY_PROVIDER -> false;
      case ACCOUNT_ROOT, IAM_USER, IAM_ROLE, ROLE_SESSION, FEDERATED_USER -> true;
    };
  }

  public boolean accountIsOpen() {
    return hasAccount() && principal.account().isEmpty();
  }

  /// Whether its name is still to be chosen.
  public boolean nameIsOpen() {
    return principal.name().endsWith("*");
  }

  /// The class in one account.
  CallerClass inAccount(String account) {
    return new CallerClass(
        generic(kind(), account).withCanonicalId(principal.canonicalId()),
        roleArn,
        notAccounts,
        notArns,
        trust,
        route);
  }

  /// Any principal of that kind in that account; in any where it is empty.
  public static RequestPrincipal generic(PrincipalKind kind, String account) {
    String name =
        switch (kind) {
          case IAM_USER -> "arn:aws:iam::" + account + ":user/*";
          case ROLE_SESSION, IAM_ROLE -> "arn:aws:sts::" + account + ":assumed-role/*";
          case ACCOUNT_ROOT -> "arn:aws:iam::" + account + ":root";
          case FEDERATED_USER -> "arn:aws:sts::" + account + ":federated-user/*";
          case ANONYMOUS -> "anonymous";
          case IDENTITY_PROVIDER -> "unnamed-provider.example";
          case AWS_SERVICE -> "unnamed.amazonaws.com";
        };
    return new RequestPrincipal(kind, name, account, "");
  }

  /// For a person: `a role session of some account that is not named, through a VPC endpoint`.
  public String words() {
    String who =
        switch (kind()) {
          case ANONYMOUS -> "an unsigned request";
          case ACCOUNT_ROOT -> "a root user";
          case IAM_USER -> "a user";
          case IAM_ROLE, ROLE_SESSION -> "a role session";
          case FEDERATED_USER -> "a federated user";
          case IDENTITY_PROVIDER -> "somebody signed in with " + principal.name();
          case AWS_SERVICE -> "the service " + principal.name();
        };
    if (accountIsOpen()) {
      who += " of an account that is not named";
    } else if (hasAccount()) {
      who = nameIsOpen() ? who + " of account " + principal.account() : principal.name();
    }
    if (!principal.canonicalId().isEmpty()) {
      who += " with canonical user id " + principal.canonicalId();
    }
    return switch (route) {
      case INTERNET, EITHER -> who;
      case VPC_ENDPOINT -> who + ", through a VPC endpoint";
    };
  }
}
