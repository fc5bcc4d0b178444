package io.cofferdam.access.aws.decide;

/// How closely a statement's Principal element names the caller. The grade decides what else must
/// allow (Policy evaluation for requests within a single account).
public enum PrincipalGrade {
  NO_MATCH,
  /// Only the account is named; it must delegate by its own policies.
  ACCOUNT,
  /// The role behind the session is named; boundaries and session policies still limit.
  ROLE_OF_SESSION,
  /// Everyone, by `*` or NotPrincipal.
  EVERYONE,
  /// The caller itself: user, session, service or identity provider.
  EXACT
}
