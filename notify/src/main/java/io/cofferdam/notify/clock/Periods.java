package io.cofferdam.notify.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Computes the end of a legal period from the instant at which it starts.
///
/// Elapsed hours are counted in UTC, so that a clock change neither gives nor takes an hour.
/// Regulation (EEC, Euratom) No 1182/71: the hour or day of the event is not counted (Art 3(1)), a
/// period in hours ends with its last hour (3(2)(a)), one in months with the same date or the last
/// day of a shorter month (3(2)(c)), and only periods not expressed in hours move off a weekend or
/// holiday (3(4)).
public final class Periods {
  private static final int WORKING_DAYS_OF_3_5 = 2;

  private final Holidays holidays;

  public Periods(Holidays holidays) {
    this.holidays = holidays;
  }

  /// Every reading of when the period ends.
  ///
  /// @param zone the zone in which hours and days are counted
  /// @param country whose public holidays count: where the notice is to be handed in
  public Deadline deadline(PeriodRule period, Instant start, ZoneId zone, String country) {
    return switch (period.unit()) {
      case HOURS -> hours(period, start, zone, country);
      case CALENDAR_DAYS ->
          dated(start.atZone(zone).toLocalDate().plusDays(period.amount()), zone, country, period);
      case MONTHS ->
          dated(
              start.atZone(zone).toLocalDate().plusMonths(period.amount()), zone, country, period);
      case PROMPT -> new Deadline.Prompt(start.plus(Duration.ofHours(period.amount())));
    };
  }

  private Deadline hours(PeriodRule period, Instant start, ZoneId zone, String country) {
    var length = Duration.ofHours(period.amount());
    var strict = start.plus(length);
    if (period.computation() == Computation.ELAPSED) {
      return new Deadline.Hours(strict, Optional.empty(), Optional.empty());
    }
    var fullHours = nextFullHour(start, zone).plus(length);
    if (period.amount() < 48) {
      // Art 3(5) speaks of periods of two days or more.
      return new Deadline.Hours(strict, Optional.of(fullHours), Optional.empty());
    }
    var twoDays = endOfWorkingDays(start, zone, country);
    var arguable = twoDays.isAfter(fullHours) ? twoDays : fullHours;
    return new Deadline.Hours(strict, Optional.of(fullHours), Optional.of(arguable));
  }

  private Deadline dated(LocalDate last, ZoneId zone, String country, PeriodRule period) {
    var unshifted = endOf(last, zone);
    if (period.computation() == Computation.ELAPSED) {
      return new Deadline.Dated(unshifted, unshifted);
    }
    var day = last;
    while (!holidays.workingDay(day, country)) {
      day = day.plusDays(1);
    }
    return new Deadline.Dated(unshifted, endOf(day, zone));
  }

  /// The end of the hour in which the instant lies, as clocks in the zone show it.
  static Instant nextFullHour(Instant start, ZoneId zone) {
    var rules = zone.getRules();
    var from = start;
    while (true) {
      var local = from.atZone(zone);
      var next =
          local
              .toLocalDateTime()
              .truncatedTo(ChronoUnit.HOURS)
              .plusHours(1)
              .toInstant(local.getOffset());
      var change = rules.nextTransition(from);
      if (change == null || change.getInstant().isAfter(next)) {
        return next;
      }
      // The clock changes within the hour (Lord Howe moves by 30 minutes): go on from there.
      from = change.getInstant();
      if (from.atZone(zone).getMinute() == 0 && from.atZone(zone).getSecond() == 0) {
        return from;
      }
    }
  }

  private Instant endOfWorkingDays(Instant start, ZoneId zone, String country) {
    var day = start.atZone(zone).toLocalDate();
    int counted = 0;
    while (counted < WORKING_DAYS_OF_3_5) {
      day = day.plusDays(1);
      if (holidays.workingDay(day, country)) {
        counted++;
      }
    }
    return endOf(day, zone);
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
