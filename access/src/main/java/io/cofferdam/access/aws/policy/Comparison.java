package io.cofferdam.access.aws.policy;

/// The tests that condition operators make of one value against another, without negation.
public enum Comparison {
  STRING_EQUALS,
  STRING_EQUALS_IGNORE_CASE,
  STRING_LIKE,
  NUMERIC_EQUALS,
  NUMERIC_LESS_THAN,
  NUMERIC_LESS_THAN_EQUALS,
  NUMERIC_GREATER_THAN,
  NUMERIC_GREATER_THAN_EQUALS,
  DATE_EQUALS,
  DATE_LESS_THAN,
  DATE_LESS_THAN_EQUALS,
  DATE_GREATER_THAN,
  DATE_GREATER_THAN_EQUALS,
  BOOL,
  BINARY_EQUALS,
  IP_ADDRESS,
  /// `ArnEquals` and `ArnLike` behave alike.
  ARN_LIKE,
  /// Tests presence only.
  NULL
}
