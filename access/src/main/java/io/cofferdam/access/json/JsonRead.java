package io.cofferdam.access.json;

/// The outcome of reading JSON text.
public sealed interface JsonRead {

  record Value(Json json) implements JsonRead {}

  /// Not JSON within the limits.
  ///
  /// @param message what is wrong, without values from the text
  record Malformed(String message, Json.Position at) implements JsonRead {}
}
