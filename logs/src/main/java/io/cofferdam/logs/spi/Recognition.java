package io.cofferdam.logs.spi;

/// How sure a format is that a content is its own.
public enum Recognition {
  NO,
  /// The shape fits, but another format may fit better.
  POSSIBLE,
  CERTAIN
}
