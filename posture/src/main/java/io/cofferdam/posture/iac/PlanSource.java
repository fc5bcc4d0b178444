package io.cofferdam.posture.iac;

/// A plan or template that was read.
public interface PlanSource {
  /// What it would make.
  ///
  /// @param account the account it is applied to, as far as values depend on it
  /// @param region likewise; empty where it is not known
  Planned planned(String account, String region);
}
