package io.cofferdam.drill.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the clouds write them; all in UTC, seconds since 1970 in.
public final class Times {
  private static final DateTimeFormatter S3_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /// `2026-03-01T10:05:09Z`.
  public static ByteText iso(ByteText out, long second) {
    long day = Math.floorDiv(second, 86_400L);
    int rest = (int) Math.floorMod(second, 86_400L);
    date(out, day, '-').add('T');
    two(out, rest / 3600).add(':');
    two(out, rest / 60 % 60).add(':');
    return two(out, rest % 60).add('Z');
  }

  private static ByteText date(ByteText out, long day, char separator) {
    long shifted = day + 719_468;
    long era = Math.floorDiv(shifted, 146_097);
    int inEra = (int) (shifted - era * 146_097);
    int year = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365;
    int inYear = inEra - (365 * year + year / 4 - year / 100);
    int fifth = (5 * inYear + 2) / 153;
    int month = fifth < 10 ? fifth + 3 : fifth - 9;
    out.add(year + era * 400 + (month <= 2 ? 1 : 0)).add(separator);
    two(out, month).add(separator);
    return two(out, inYear - (153 * fifth + 2) / 5 + 1);
  }

  private static ByteText two(ByteText out, int number) {
    return out.add((char) ('0' + number / 10)).add((char) ('0' + number % 10));
  }

  public static String iso(long second) {
    return Instant.ofEpochSecond(second).toString();
  }

  /// `01/Mar/2026:10:05:09 +0000`.
  public static String s3Log(long second) {
    return S3_LOG.format(Instant.ofEpochSecond(second));
  }

  /// Any pattern of [DateTimeFormatter], in UTC and English.
  public static String format(String pattern, long second) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochSecond(second));
  }
}
