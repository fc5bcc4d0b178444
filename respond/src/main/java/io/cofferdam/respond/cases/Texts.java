package io.cofferdam.respond.cases;

import java.time.Instant;
import java.util.regex.Pattern;

/// Refuses texts that would break a list, a terminal or a signature.
final class Texts {
  static final int LINE = 300;
  static final int LONG = 20_000;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private Texts() {}

  /// One line that says something.
  static void line(String what, String text) throws Refusal {
    optionalLine(what, text);
    if (text.isBlank()) {
      throw new Refusal("the " + what + " is empty [a line of text]", "say it in a few words");
    }
  }

  static void optionalLine(String what, String text) throws Refusal {
    check(what, text, LINE, false);
  }

  static void text(String what, String text) throws Refusal {
    check(what, text, LONG, true);
    if (text.isBlank()) {
      throw new Refusal("the " + what + " is empty [some text]", "say it in a few words");
    }
  }

  static void hash(String what, String text) throws Refusal {
    if (!HASH.matcher(text).matches()) {
      throw new Refusal(
          "the " + what + " is no SHA-256 [64 hexadecimal digits in lower case]",
          "sha256sum FILE prints it");
    }
  }

  static void name(String what, String text) throws Refusal {
    if (!NAME.matcher(text).matches()) {
      throw new Refusal(
          "the "
              + what
              + " is not well formed [letters, digits, `.`, `_`, `:`, `/`, `-`; at most 128]",
          "");
    }
  }

  static void time(String what, Instant time) throws Refusal {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new Refusal(
          "the " + what + " is `" + time + "` [between the years 2000 and 2200]",
          "check the clock of this machine");
    }
  }

  private static void check(String what, String text, int most, boolean lines) throws Refusal {
    if (text.length() > most) {
      throw new Refusal(
          "the " + what + " has `" + text.length() + "` characters [at most " + most + "]",
          "keep it short and link the rest");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      var paired =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (paired) {
        i++;
      } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && !(lines && c == '\n'))) {
        throw new Refusal(
            "the " + what + " holds a character that cannot be shown, at position `" + i + "`",
            "leave control characters out");
      }
    }
  }
}
