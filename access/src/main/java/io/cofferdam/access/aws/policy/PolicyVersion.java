package io.cofferdam.access.aws.policy;

/// The version of the policy language (IAM JSON policy elements: Version).
public enum PolicyVersion {
  /// The version of documents that name none; `${...}` is literal text.
  V2008_10_17,
  /// Policy variables are resolved.
  V2012_10_17;

  public boolean resolvesVariables() {
    return this == V2012_10_17;
  }
}
