package io.cofferdam.evidence.verify;

import java.time.Duration;

/// Makes texts of a pack, which anybody may have written, fit to be printed.
final class Words {
  private static final int LONGEST = 200;

  private Words() {}

  static String printable(String text) {
    var start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }

  static String duration(Duration length) {
    if (length.compareTo(Duration.ofMinutes(2)) < 0) {
      return length.toSeconds() + " s";
    }
    if (length.compareTo(Duration.ofHours(2)) < 0) {
      return length.toMinutes() + " minutes";
    }
    return length.compareTo(Duration.ofDays(2)) < 0
        ? length.toHours() + " hours"
        : length.toDays() + " days";
  }
}
