package io.cofferdam.access.aws.catalogue;

/// Which resources a statement about an action can name.
public enum ResourceScope {
  /// The action works on resources that have ARNs.
  RESOURCES,
  /// The action has no resource: AWS authorizes it against `*`, so a Resource element that names
  /// ARNs does not cover it.
  ONLY_ALL,
  /// The catalogue does not hold the action.
  UNKNOWN
}
