package io.cofferdam.access.aws.estate.request;

/// With which policies a principal acts.
public enum Standing {
  /// Those of the snapshot.
  AS_IS,
  /// Somebody has given it every right by an identity policy; boundaries, denies and the
  /// organisation's policies still hold.
  EMPOWERED
}
