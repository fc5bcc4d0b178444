package io.cofferdam.model.source;

/// How much of what happened a source tells.
public enum Coverage {
  /// Proved: every log file that the digest chain names is here unaltered, or the metered counts
  /// agree with the logged ones.
  COMPLETE,
  /// Some of it is here; nothing proves that all of it is.
  PARTIAL,
  /// None of it is here.
  ABSENT
}
