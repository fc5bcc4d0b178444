package io.cofferdam.app.soak;

import java.io.IOException;

/// A reader of hostile input under fuzz: takes any bytes and may refuse them only in the way it
/// documents.
public interface FuzzTarget {
  String name();

  /// Feeds one input.
  ///
  /// @throws Finding when what the reader promises does not hold; every other exception or error
  ///     that leaves here is a finding too
  void feed(byte[] input) throws IOException;
}
