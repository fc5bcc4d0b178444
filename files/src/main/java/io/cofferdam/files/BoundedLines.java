package io.cofferdam.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a file in UTF-8, one at a time, none longer than a limit; what follows on an
/// overlong line is passed over, not kept, and only when the next line is asked for.
public final class BoundedLines {
  private static final int CHUNK = 1 << 16;

  /// One line as it was found.
  public sealed interface Line {
    /// Its text, without the line end.
    record Text(String text) implements Line {}

    /// Longer than the limit.
    record TooLong() implements Line {}

    /// Not UTF-8.
    record Undecodable() implements Line {}
  }

  private final InputStream in;
  private final int longest;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;
  private boolean inOverlong;
  private boolean begun;

  /// Lines of a stream, which stays the caller's to close.
  ///
  /// @param longest the longest line that is kept, in bytes
  public BoundedLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /// The next line; empty at the end.
  public Optional<Line> next() throws IOException {
    while (inOverlong && (at < filled || fill())) {
      at = endOfLine();
      if (at < filled) {
        at++;
        inOverlong = false;
      }
    }
    var bytes = new ByteArrayOutputStream();
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      int end = endOfLine();
      if (bytes.size() + (end - at) > longest) {
        at = end;
        inOverlong = true;
        begun = true;
        return Optional.of(new Line.TooLong());
      }
      bytes.write(chunk, at, end - at);
      boolean whole = end < filled;
      at = whole ? end + 1 : end;
      if (whole) {
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    var first = !begun;
    begun = true;
    return Optional.of(decoded(bytes.toByteArray(), first));
  }

  private int endOfLine() {
    int end = at;
    while (end < filled && chunk[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(chunk));
    return filled > 0;
  }

  /// @param first a byte order mark is one at the beginning of the stream only
  private static Line decoded(byte[] bytes, boolean first) {
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
      return new Line.Text(first && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException undecodable) {
      return new Line.Undecodable();
    }
  }
}
