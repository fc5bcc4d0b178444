package io.cofferdam.logs.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Makes text from bytes, and gives the same object again for words that return: regions, accounts,
/// actions, principals. Holds a fixed number of words, so memory is bounded. Used by one thread
/// at a time.
public final class Words {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 200;

  private final byte[][] bytes = new byte[SLOTS][];
  private final String[] words = new String[SLOTS];

  /// The UTF-8 text of bytes `from` to `to` (exclusive).
  public String of(byte[] b, int from, int to) {
    var length = to - from;
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(b, from, length, StandardCharsets.UTF_8);
    }
    var slot = ByteHash.of(b, from, to) & (SLOTS - 1);
    var held = bytes[slot];
    if (held != null && Arrays.equals(held, 0, held.length, b, from, to)) {
      return words[slot];
    }
    bytes[slot] = Arrays.copyOfRange(b, from, to);
    words[slot] = new String(b, from, length, StandardCharsets.UTF_8);
    return words[slot];
  }
}
