package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.json.Json.Position;

/// A mistake in a snapshot.
///
/// @param code stable, of the form `CFD-ACCESS-0401`
/// @param part of the snapshot: `accounts[2].iam.UserDetailList[0].UserName`
/// @param at its place in the text
/// @param message what is wrong and what was expected
public record EstateProblem(String code, String part, Position at, String message) {
  @Override
  public String toString() {
    return code + " " + at + (part.isEmpty() ? "" : ", " + part) + ": " + message;
  }
}
