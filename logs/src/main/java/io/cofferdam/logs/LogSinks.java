package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;

/// Gives the sink for one input, once its format is known.
@FunctionalInterface
public interface LogSinks {
  /// Opens the sink of one input.
  ///
  /// @param format the format's name, or `unrecognised` or `empty`
  LogSink open(LogInput input, String format);
}
