package io.cofferdam.app.fetch;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What to fetch.
///
/// @param since the first moment asked about
/// @param until the first moment after
/// @param out the folder for the copies; an unfinished one is gone on with
/// @param regions empty: all that are enabled
/// @param endpoint an address asked instead of AWS
/// @param groups log groups of CloudWatch to copy too
/// @param patience how long an answer may take
public record FetchRequest(
    Instant since,
    Instant until,
    Path out,
    Optional<String> profile,
    List<String> regions,
    Optional<URI> endpoint,
    List<String> groups,
    Duration patience) {
  public FetchRequest {
    regions = List.copyOf(regions);
    groups = List.copyOf(groups);
    if (!since.isBefore(until)) {
      throw new CofferdamException(
          "CFD-APP-0113",
          ErrorCategory.INVALID_INPUT,
          "`--since` is " + since + " and `--until` " + until + " [since before until]",
          "as in --since 2026-03-01 --until 2026-03-20");
    }
  }

  LocalDate firstDay() {
    return since.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /// Logs are delivered late, so the day after is looked through too.
  LocalDate lastDay() {
    return until.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
  }
}
