package io.cofferdam.posture.remedy;

/// What is known of the effect that mending a finding has on who gets in.
public sealed interface Comparison {
  /// The change is one of a policy, and both policies were compared.
  record Made(PolicyChange change) implements Comparison {}

  /// Not compared.
  ///
  /// @param because in a sentence
  record NotMade(String because) implements Comparison {}
}
