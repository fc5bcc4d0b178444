package io.cofferdam.access.exposure;

import java.util.Optional;

/// One part of a resource's configuration: known, known to be absent, or unknown.
///
/// Absent is knowledge (there is no bucket policy); unknown is the lack of it (the policy was set
/// before the logs begin).
public sealed interface Part<T> {

  record Known<T>(T value) implements Part<T> {}

  record Absent<T>() implements Part<T> {}

  /// Not told by any input.
  ///
  /// @param why which input is missing or unreadable, for the report
  record Unknown<T>(String why) implements Part<T> {}

  static <T> Part<T> known(T value) {
    return new Known<>(value);
  }

  static <T> Part<T> absent() {
    return new Absent<>();
  }

  static <T> Part<T> unknown(String why) {
    return new Unknown<>(why);
  }

  /// The value where it is known; empty where absent or unknown.
  default Optional<T> asOptional() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  default boolean isUnknown() {
    return this instanceof Unknown<T>;
  }
}
