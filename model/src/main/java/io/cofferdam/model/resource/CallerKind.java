package io.cofferdam.model.resource;

/// What a caller is.
public enum CallerKind {
  ANONYMOUS,
  ROOT,
  USER,
  ROLE_SESSION,
  FEDERATED,
  SERVICE,
  /// Someone of another account of whom the log gives the account only.
  FOREIGN_ACCOUNT,
  /// A bearer of a shared-access signature or account key.
  SHARED_KEY,
  UNKNOWN
}
