package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;

/// A class of callers that are alike to every policy but for the values they choose.
///
/// @param principal a caller of the class; where `account` is [#SOME_ACCOUNT] its account and
///     ARN are chosen later
/// @param reach which accounts and networks count as the class's own
/// @param route how the request reaches S3
record Outsider(RequestPrincipal principal, Reach reach, Route route) {

  /// Stands for an account still to be chosen.
  static final String SOME_ACCOUNT = "";

  /// Which values a caller may hold.
  enum Reach {
    /// Only accounts, organisations, networks and endpoints that the policy does not name.
    UNNAMED,
    /// Any outside the owner's account.
    ANY_OUTSIDER,
    /// The account told, from anywhere.
    ONE_ACCOUNT
  }

  /// S3 sees a public source address or a VPC endpoint, never both (AWS global condition context
  /// keys, aws:SourceIp).
  enum Route {
    INTERNET,
    VPC_ENDPOINT
  }

  boolean anonymous() {
    return principal.kind() == PrincipalKind.ANONYMOUS;
  }

  boolean accountIsOpen() {
    return !anonymous() && principal.account().equals(SOME_ACCOUNT);
  }

  String words() {
    String who =
        switch (principal.kind()) {
          case ANONYMOUS -> "an unsigned request";
          case ACCOUNT_ROOT -> "a root user";
          case IAM_USER -> "a user";
          case IAM_ROLE, ROLE_SESSION -> "a role session";
          case FEDERATED_USER -> "a federated user";
          case IDENTITY_PROVIDER -> "an identity provider";
          case AWS_SERVICE -> "a service";
        };
    return who + (route == Route.VPC_ENDPOINT ? " through a VPC endpoint" : "");
  }
}
