package io.cofferdam.logs.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads `2026-03-01T10:00:00Z`, with or without fraction, with `Z`, an offset (`+01:00`, `+0100`)
/// or nothing (then UTC); `T` may be a space (RFC 3339 section 5.6).
public final class IsoTime {
  private IsoTime() {}

  /// The instant, or null where the text is not a time between the years 1 and 9999.
  public static @Nullable Instant parse(String text) {
    var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /// The same for bytes `from` to `to` (exclusive).
  public static @Nullable Instant parse(byte[] b, int from, int to) {
    var length = to - from;
    if (length < 19
        || b[from + 4] != '-'
        || b[from + 7] != '-'
        || (b[from + 10] != 'T' && b[from + 10] != ' ')
        || b[from + 13] != ':'
        || b[from + 16] != ':') {
      return null;
    }
    var year = number(b, from, 4);
    var month = number(b, from + 5, 2);
    var day = number(b, from + 8, 2);
    var hour = number(b, from + 11, 2);
    var minute = number(b, from + 14, 2);
    var second = number(b, from + 17, 2);
    if (year < 1
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(year, month)
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 60) {
      return null;
    }
    var at = from + 19;
    var nanos = 0;
    if (at < to && (b[at] == '.' || b[at] == ',')) {
      var unit = 100_000_000;
      var digits = 0;
      for (at++; at < to && b[at] >= '0' && b[at] <= '9'; at++, digits++) {
        nanos += (b[at] - '0') * unit;
        unit /= 10;
      }
      if (digits == 0) {
        return null;
      }
    }
    var offset = offset(b, at, to);
    if (offset == Integer.MIN_VALUE) {
      return null;
    }
    var seconds =
        epochDay(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second - offset;
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /// Seconds east of UTC, or MIN_VALUE.
  private static int offset(byte[] b, int at, int to) {
    if (at == to || (at + 1 == to && (b[at] == 'Z' || b[at] == 'z'))) {
      return 0;
    }
    var colon = at + 3 < to && b[at + 3] == ':' ? 1 : 0;
    if ((b[at] != '+' && b[at] != '-') || to - at != 5 + colon) {
      return Integer.MIN_VALUE;
    }
    var hours = number(b, at + 1, 2);
    var minutes = number(b, at + 3 + colon, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    var seconds = hours * 3600 + minutes * 60;
    return b[at] == '-' ? -seconds : seconds;
  }

  /// The decimal number, or -1 where there is another character.
  static int number(byte[] b, int from, int digits) {
    var value = 0;
    for (var i = from; i < from + digits; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return -1;
      }
      value = value * 10 + b[i] - '0';
    }
    return value;
  }

  static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /// Days since 1970-01-01 in the Gregorian calendar, years counted from March.
  static long epochDay(int year, int month, int day) {
    var y = month <= 2 ? year - 1 : year;
    var era = Math.floorDiv(y, 400);
    var yearOfEra = y - era * 400;
    var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
