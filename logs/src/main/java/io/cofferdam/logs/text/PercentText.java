package io.cofferdam.logs.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Decodes `%41` escapes (RFC 3986 section 2.1). What is no escape stays as it is.
public final class PercentText {
  private PercentText() {}

  /// The text with its escapes decoded as UTF-8.
  ///
  /// @param plusIsSpace whether `+` means a space, as in form encoding
  public static String decode(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) && hex(bytes[i + 2])) {
        out.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        out.write(bytes[i] == '+' && plusIsSpace ? ' ' : bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static boolean hex(byte c) {
    return Character.digit(c, 16) >= 0;
  }
}
