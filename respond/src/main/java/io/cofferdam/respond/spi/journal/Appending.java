package io.cofferdam.respond.spi.journal;

/// How an append ended.
public sealed interface Appending {
  /// It is kept.
  ///
  /// @param version how many events the case has now
  record Appended(int version) implements Appending {}

  /// Somebody else was faster, and nothing was kept.
  ///
  /// @param actualVersion how many events the case has
  record Conflict(int actualVersion) implements Appending {}
}
