package io.cofferdam.access.aws.estate.request;

/// What somebody did to a resource before the operation.
public enum Change {
  NONE,
  /// Its policy was replaced by one that allows the actor everything.
  POLICY_REPLACED,
  /// A statement that allows the actor everything was added to its policy.
  POLICY_ADDED,
  /// A key grant to the actor was made.
  GRANT_ADDED
}
