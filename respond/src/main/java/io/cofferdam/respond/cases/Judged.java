package io.cofferdam.respond.cases;

/// Whether events may happen to a case.
public sealed interface Judged {
  /// They happened.
  ///
  /// @param file the case after them
  record Accepted(CaseFile file) implements Judged {}

  /// Nothing changed.
  ///
  /// @param number of the event that may not happen, from 1
  /// @param words what is wrong, the value in backticks, what was expected in brackets
  /// @param hint how to go on, or empty
  record Refused(int number, String words, String hint) implements Judged {}
}
