package io.cofferdam.app.cli;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads instants from the command line: with offset, without (UTC), or a whole day (its start in
/// UTC).
final class Times {
  private Times() {}

  static Optional<Instant> parse(String option, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var trimmed = text.strip();
    try {
      if (trimmed.length() == 10) {
        return Optional.of(LocalDate.parse(trimmed).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      var withT = trimmed.replace(' ', 'T');
      return Optional.of(
          withT.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(withT).toInstant()
              : LocalDateTime.parse(withT).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notATime) {
      throw new CofferdamException(
          "CFD-APP-0011",
          ErrorCategory.INVALID_INPUT,
          "`"
              + option
              + "` is `"
              + trimmed
              + "` [2026-03-01T10:00:00Z, 2026-03-01T11:00+01:00 or 2026-03-01]",
          "times without an offset are read as UTC");
    }
  }
}
