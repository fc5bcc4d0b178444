package io.cofferdam.logs.lines;

import io.cofferdam.logs.spi.LogSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One line or log message.
///
/// @param number of the record in the content, from 1
/// @param offset byte offset in the content, of the envelope where there is one
/// @param text without its end of line
/// @param stream the log stream or group it was delivered in, or empty
public record Line(long number, long offset, String text, String stream) {
  private static final int SAMPLE = 4096;

  /// Sends it to the dead letters.
  public void refuse(LogSink sink, String reason) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    sink.undecodable(number, offset, reason, Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
  }

  Line with(String otherText) {
    return new Line(number, offset, otherText, stream);
  }
}
