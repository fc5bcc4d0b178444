package io.cofferdam.access.aws.decide;

/// What kind of caller makes a request.
public enum PrincipalKind {
  /// An unsigned request.
  ANONYMOUS,
  ACCOUNT_ROOT,
  IAM_USER,
  /// The role itself, where no session is told.
  IAM_ROLE,
  ROLE_SESSION,
  /// A session of GetFederationToken.
  FEDERATED_USER,
  /// Someone signed in with an identity provider who calls AssumeRoleWithWebIdentity or WithSAML.
  IDENTITY_PROVIDER,
  AWS_SERVICE
}
