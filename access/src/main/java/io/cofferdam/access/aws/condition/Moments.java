package io.cofferdam.access.aws.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads the times that date operators compare: the W3C profile of ISO 8601 (year, month, day,
/// or to the second with a zone) or seconds since 1970.
public final class Moments {
  private Moments() {}

  public static Optional<Instant> parse(String text) {
    if (text.length() > 40 || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() != 4) {
        return text.length() > 11
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      return Optional.of(
          switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1).atStartOfDay().toInstant(UTC);
            case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay().toInstant(UTC);
            case 10 -> LocalDate.parse(text).atStartOfDay().toInstant(UTC);
            default -> time(text);
          });
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static final ZoneOffset UTC = ZoneOffset.UTC;

  private static Instant time(String text) {
    if (text.length() == 20 && text.charAt(19) == 'Z' && text.charAt(10) == 'T') {
      return Instant.parse(text);
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(UTC);
  }
}
