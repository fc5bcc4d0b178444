package io.cofferdam.app.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file, one at a time, none longer than a limit; what follows on an overlong line
/// is passed over, not kept.
final class BatchLines {
  /// The longest line that is read, in bytes.
  static final int LONGEST = 32 << 20;

  private static final int CHUNK = 1 << 16;

  /// One line as it was found.
  sealed interface Line {
    /// Its text, without the line end.
    record Text(String text) implements Line {}

    record TooLong() implements Line {}

    /// Not UTF-8.
    record Undecodable() implements Line {}
  }

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;

  BatchLines(InputStream in) {
    this.in = in;
  }

  /// The next line; empty at the end.
  Optional<Line> next() throws IOException {
    var bytes = new ByteArrayOutputStream();
    boolean any = false;
    boolean tooLong = false;
    while (at < filled || fill()) {
      any = true;
      int end = at;
      while (end < filled && chunk[end] != '\n') {
        end++;
      }
      tooLong |= bytes.size() + (end - at) > LONGEST;
      if (!tooLong) {
        bytes.write(chunk, at, end - at);
      }
      boolean whole = end < filled;
      at = whole ? end + 1 : end;
      if (whole) {
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    return Optional.of(tooLong ? new Line.TooLong() : decoded(bytes.toByteArray()));
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(chunk));
    return filled > 0;
  }

  private static Line decoded(byte[] bytes) {
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    try {
      var text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, length))
              .toString();
      return new Line.Text(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      return new Line.Undecodable();
    }
  }
}
