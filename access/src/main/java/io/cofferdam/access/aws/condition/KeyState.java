package io.cofferdam.access.aws.condition;

import java.util.List;

/// What is known of one condition key in a request.
public sealed interface KeyState {

  /// The key is in the request with these values; single-valued keys have one.
  record Present(List<String> values) implements KeyState {
    public Present {
      values = List.copyOf(values);
    }
  }

  /// The key is not in the request.
  record Absent() implements KeyState {}

  /// Not told.
  record Unknown() implements KeyState {}

  Absent ABSENT = new Absent();
  Unknown UNKNOWN = new Unknown();

  static KeyState of(String value) {
    return new Present(List.of(value));
  }
}
