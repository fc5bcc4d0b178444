package io.cofferdam.logs.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Decodes the inside of a JSON string that was found valid; halves of surrogate pairs become
/// U+FFFD.
final class JsonText {
  private JsonText() {}

  static String decode(byte[] b, int from, int to) {
    var out = new byte[to - from];
    var length = decode(b, from, to, out);
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /// The decoded text as UTF-8.
  static byte[] bytes(byte[] b, int from, int to) {
    var out = new byte[to - from];
    return Arrays.copyOf(out, decode(b, from, to, out));
  }

  /// Writes UTF-8 to `out`, which is never longer than the text was: an escape of six bytes gives
  /// at
  /// most three, a pair of twelve gives four.
  private static int decode(byte[] b, int from, int to, byte[] out) {
    var n = 0;
    var p = from;
    while (p < to) {
      var c = b[p++];
      if (c != '\\') {
        out[n++] = c;
        continue;
      }
      var kind = b[p++];
      if (kind != 'u') {
        out[n++] =
            switch (kind) {
              case 'b' -> '\b';
              case 'f' -> '\f';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> kind;
            };
        continue;
      }
      var unit = unit(b, p);
      p += 4;
      var point = unit;
      if (Character.isHighSurrogate((char) unit)
          && p + 6 <= to
          && b[p] == '\\'
          && b[p + 1] == 'u'
          && Character.isLowSurrogate((char) unit(b, p + 2))) {
        point = Character.toCodePoint((char) unit, (char) unit(b, p + 2));
        p += 6;
      } else if (Character.isSurrogate((char) unit)) {
        point = 0xfffd;
      }
      n = encode(point, out, n);
    }
    return n;
  }

  private static int unit(byte[] b, int at) {
    var unit = 0;
    for (var i = at; i < at + 4; i++) {
      unit = (unit << 4) | Character.digit(b[i], 16);
    }
    return unit;
  }

  private static int encode(int point, byte[] out, int at) {
    var n = at;
    if (point < 0x80) {
      out[n++] = (byte) point;
    } else if (point < 0x800) {
      out[n++] = (byte) (0xc0 | (point >> 6));
      out[n++] = (byte) (0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
      out[n++] = (byte) (0xe0 | (point >> 12));
      out[n++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      out[n++] = (byte) (0x80 | (point & 0x3f));
    } else {
      out[n++] = (byte) (0xf0 | (point >> 18));
      out[n++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      out[n++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      out[n++] = (byte) (0x80 | (point & 0x3f));
    }
    return n;
  }

  /// The position of the first byte that is not valid UTF-8 (RFC 3629), or -1.
  static int invalidUtf8(byte[] b, int from, int to) {
    var p = from;
    while (p < to) {
      var c = b[p] & 0xff;
      if (c < 0x80) {
        p++;
        continue;
      }
      var more =
          c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 0;
      if (more == 0 || p + more >= to) {
        return p;
      }
      var second = b[p + 1] & 0xff;
      var low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
      var top = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
      if (second < low || second > top) {
        return p;
      }
      for (var i = 2; i <= more; i++) {
        if ((b[p + i] & 0xc0) != 0x80) {
          return p;
        }
      }
      p += more + 1;
    }
    return -1;
  }
}
