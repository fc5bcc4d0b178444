package io.cofferdam.access.azure.arm;

import io.cofferdam.access.json.Json.Position;

/// A mistake in a document, or something in it that is not understood.
///
/// @param code stable, of the form `CFD-AZURE-0001`
public record ArmProblem(String code, Position at, String message) {
  @Override
  public String toString() {
    return code + " " + at + ": " + message;
  }
}
