package io.cofferdam.files;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of an archive member as text for reports. A name is never used as a path; one that
/// would be dangerous as a path (`../x`, `/etc/x`, `C:\x`) or misleading on a screen (control and
/// direction characters) is percent-escaped as a whole, so that nobody can mistake it.
///
/// @param hostile whether the name was escaped
record MemberName(String text, boolean hostile) {
  private static final int LONGEST = 1_000;
  private static final Pattern DANGEROUS =
      Pattern.compile("^[/\\\\]|^\\p{Alpha}:|(^|[/\\\\])\\.\\.([/\\\\]|$)|!/");

  static MemberName of(String name) {
    var odd = name.codePoints().anyMatch(MemberName::unprintable);
    var cut = name.length() > LONGEST;
    if (!odd && !cut && !name.isEmpty() && !DANGEROUS.matcher(name).find()) {
      return new MemberName(name, false);
    }
    var shown = cut ? name.substring(0, name.offsetByCodePoints(0, LONGEST / 2)) : name;
    var escaped = new StringBuilder();
    shown
        .codePoints()
        .forEach(
            point -> {
              if (unprintable(point) || "/\\:%!".indexOf(point) >= 0) {
                percent(escaped, point);
              } else {
                escaped.appendCodePoint(point);
              }
            });
    if (cut) {
      var digest = Hashes.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
      escaped.append("...sha256=").append(HexFormat.of().formatHex(digest, 0, 8));
    }
    return new MemberName(escaped.isEmpty() ? "%" : escaped.toString(), true);
  }

  /// A path or message with the characters that would mislead on a screen escaped, else unchanged.
  static String text(String text) {
    if (text.codePoints().noneMatch(MemberName::unprintable)) {
      return text;
    }
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (unprintable(point)) {
                percent(escaped, point);
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  private static boolean unprintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void percent(StringBuilder to, int point) {
    var bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
    if (Character.getType(point) == Character.SURROGATE) {
      to.append("%u").append(Integer.toHexString(point));
      return;
    }
    for (var b : bytes) {
      to.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
  }
}
