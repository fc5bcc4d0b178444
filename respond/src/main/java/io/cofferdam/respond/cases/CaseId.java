package io.cofferdam.respond.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of a case: `case-`, the day it was opened, and four random bytes in hexadecimal.
public record CaseId(String value) {
  private static final Pattern FORM = Pattern.compile("case-\\d{8}-[0-9a-f]{8}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  /// An id of the day.
  ///
  /// @param random four bytes
  public static CaseId of(Instant opened, byte[] random) {
    return new CaseId("case-" + DAY.format(opened) + "-" + HexFormat.of().formatHex(random, 0, 4));
  }

  public boolean wellFormed() {
    return FORM.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
