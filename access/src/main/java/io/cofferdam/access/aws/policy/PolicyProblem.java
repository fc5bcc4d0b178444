package io.cofferdam.access.aws.policy;

import io.cofferdam.access.json.Json.Position;

/// A mistake in a policy document.
///
/// @param code stable, of the form `CFD-ACCESS-0001`
/// @param message what, the value in backticks where it is a word of the policy language, and
///     what was expected
public record PolicyProblem(String code, Position at, String message) {
  @Override
  public String toString() {
    return code + " " + at + ": " + message;
  }
}
