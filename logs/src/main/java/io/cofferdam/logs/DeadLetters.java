package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;

/// Keeps what could not be decoded. May be called from several threads at once.
@FunctionalInterface
public interface DeadLetters {
  /// Takes one record that could not be decoded.
  ///
  /// @param record number of the record in the input, from 1
  /// @param offset byte offset in the unpacked content, or -1
  /// @param reason what is wrong and what was expected; no content of the record
  /// @param sample first bytes of the record
  void take(LogInput input, long record, long offset, String reason, byte[] sample);
}
