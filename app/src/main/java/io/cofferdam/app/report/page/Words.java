package io.cofferdam.app.report.page;

import io.cofferdam.model.scope.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, times and spans as a person reads them.
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /// `2026-03-01 10:00:00` in UTC.
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String day(Instant instant) {
    return DAY.format(instant);
  }

  static String clockTime(Instant instant) {
    return CLOCK.format(instant);
  }

  /// A number with thousands apart.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /// An upper bound, in words where nothing caps it.
  public static String atMost(long number) {
    return number == Bounds.UNBOUNDED ? "no limit known" : count(number);
  }

  /// Bounds on one line.
  public static String range(Bounds bounds) {
    if (bounds.exact()) {
      return count(bounds.atLeast());
    }
    return bounds.bounded()
        ? count(bounds.atLeast()) + " to " + count(bounds.atMost())
        : "at least " + count(bounds.atLeast()) + ", no limit known";
  }

  /// A number of bytes in the unit that fits (powers of 1,024).
  public static String bytes(long bytes) {
    if (bytes == Bounds.UNBOUNDED) {
      return "no limit known";
    }
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    var units = new String[] {"KiB", "MiB", "GiB", "TiB", "PiB"};
    double amount = bytes;
    int unit = -1;
    while (amount >= 1024 && unit < units.length - 1) {
      amount /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, units[unit]);
  }

  /// A length of time in its two largest units.
  public static String length(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    if (seconds < 2 * 86400) {
      return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }
    return seconds / 86400 + " d " + seconds / 3600 % 24 + " h";
  }

  /// Text safe inside HTML and SVG, in content and in quoted attributes.
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// The text with its first letter in upper case.
  static String upperFirst(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// Shows characters that would act on a terminal or turn the text around, instead of letting
  /// them act: control characters and the direction marks of Unicode TR 36. Line ends and tabs
  /// stay.
  public static String visible(String text) {
    StringBuilder shown = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (acts(c)) {
        shown = shown == null ? new StringBuilder(text.substring(0, i)) : shown;
        shown.append(String.format(Locale.ROOT, "\u27e8U+%04X\u27e9", (int) c));
      } else if (shown != null) {
        shown.append(c);
      }
    }
    return shown == null ? text : shown.toString();
  }

  private static boolean acts(char c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u061c';
  }

  /// Cuts the middle out of a long name, because both its ends tell most.
  static String middleCut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int head = length / 2 - 1;
    return text.substring(0, head) + "…" + text.substring(text.length() - (length - head - 1));
  }
}
