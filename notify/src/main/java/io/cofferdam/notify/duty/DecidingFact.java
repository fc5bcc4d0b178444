package io.cofferdam.notify.duty;

/// An open question whose answer would decide a duty.
///
/// @param key the fact's or quantity's name
/// @param earliestHours the shortest clock, in rough hours, among the undetermined duties that the
///     answer touches: the list is ordered by it
/// @param proposal what we would propose, as `yes` or `no`, or empty
public record DecidingFact(String key, String question, long earliestHours, String proposal) {
  static final String VERIFY = "verify-";

  /// Whether the question is for a lawyer's check of the rule's text.
  public boolean verification() {
    return key.startsWith(VERIFY);
  }
}
