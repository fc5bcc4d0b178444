package io.cofferdam.app.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The span of time that is asked about, day by day.
///
/// @param since the first moment
/// @param until the first moment after
/// @param now when the fetch began
record AskedTime(Instant since, Instant until, Instant now) {
  /// Events are told some minutes late.
  private static final Duration LATE = Duration.ofHours(1);

  private static final Duration BEGINNING = Duration.ofMinutes(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  Instant from(LocalDate day) {
    var start = start(day);
    return start.isBefore(since) ? since : start;
  }

  Instant to(LocalDate day) {
    var end = start(day.plusDays(1));
    return end.isBefore(until) ? end : until;
  }

  /// Which part of a day can be told: the same in two runs that are told the same. Empty for all of
  /// a day that is over.
  String part(LocalDate day) {
    return all(day) && settled(to(day)) ? "" : part(from(day), to(day));
  }

  /// The same of what is asked for the whole span at once.
  String span() {
    return part(since, until);
  }

  private String part(Instant from, Instant to) {
    return from + "/" + to + (settled(to) ? "" : "@" + now);
  }

  /// What the name of a file adds, so that a copy is replaced only by one of more: nothing for a
  /// day from its beginning to its end, or up to now.
  String suffix(LocalDate day) {
    var upToNow = !until.isBefore(now.minus(BEGINNING)) || to(day).equals(start(day.plusDays(1)));
    if (from(day).equals(start(day)) && upToNow) {
      return "";
    }
    return "-" + TIME.format(from(day)) + "-" + (upToNow ? "" : TIME.format(to(day)));
  }

  private boolean all(LocalDate day) {
    return from(day).equals(start(day)) && to(day).equals(start(day.plusDays(1)));
  }

  private boolean settled(Instant to) {
    return !to.isAfter(now.minus(LATE));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
