package io.cofferdam.evidence.timestamp;

import java.time.Instant;

/// What a time stamp token turned out to be.
public sealed interface Stamped {
  /// The token is signed by a certificate that was named as trusted, or that one such vouches for.
  record Trusted(Instant at, String authority) implements Stamped {}

  /// The token is sound in itself, and nothing says whose it is.
  record Unknown(Instant at, String authority, String why) implements Stamped {}

  /// The token is broken, or covers something else.
  record Invalid(String why) implements Stamped {}
}
