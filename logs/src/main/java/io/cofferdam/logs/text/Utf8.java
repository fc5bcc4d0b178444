package io.cofferdam.logs.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Text from bytes that must be UTF-8 (RFC 3629).
public final class Utf8 {
  private Utf8() {}

  /// The text of bytes `from` to `to` (exclusive), or null where they are not valid UTF-8.
  public static @Nullable String strict(byte[] bytes, int from, int to) {
    for (var i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return decode(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// Without an exception for what is not valid: it costs thousands of times as much, and a hostile
  /// file can have millions of such lines.
  private static @Nullable String decode(byte[] bytes, int from, int to) {
    var text = CharBuffer.allocate(to - from);
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes, from, to - from), text, true);
    return result.isUnderflow() ? text.flip().toString() : null;
  }
}
