package io.cofferdam.access.aws.s3;

import java.util.Optional;

/// What was read out of a piece of S3 configuration JSON, or why it could not be.
public sealed interface S3Reading<T> {

  /// The configuration as told.
  record Read<T>(T value) implements S3Reading<T> {}

  /// Nothing usable in the JSON.
  ///
  /// @param why what is missing or not understood; no values from the input
  record Unreadable<T>(String why) implements S3Reading<T> {}

  default Optional<T> asOptional() {
    return this instanceof Read<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
