package io.cofferdam.logs.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

  private static @Nullable String decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
