package io.cofferdam.notify.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// A second, naive computation of deadlines for Germany, written apart from [Periods]: it looks at
/// the clock on the wall minute by minute and turns calendar pages one by one, and it knows the
/// German public holidays by its own arithmetic (Easter by Gauss).
final class ReferenceDeadlines {
  private final ZoneId zone;

  ReferenceDeadlines(ZoneId zone) {
    this.zone = zone;
  }

  Instant strict(Instant aware, int hours) {
    var at = aware;
    for (int minute = 0; minute < hours * 60; minute++) {
      at = at.plusSeconds(60);
    }
    return at;
  }

  Instant fullHours(Instant aware, int hours) {
    var at = aware.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    while (at.atZone(zone).getMinute() != 0) {
      at = at.plusSeconds(60);
    }
    return strict(at, hours);
  }

  Instant twoWorkingDays(Instant aware, int hours) {
    var end = fullHours(aware, hours);
    var day = aware.atZone(zone).toLocalDate();
    int left = 2;
    while (left > 0) {
      day = day.plusDays(1);
      left -= worked(day) ? 1 : 0;
    }
    var other = midnightAfter(day);
    return other.isAfter(end) ? other : end;
  }

  Instant oneMonth(Instant submitted) {
    return midnightAfter(sameDateNextMonth(submitted));
  }

  Instant oneMonthMovedOffHolidays(Instant submitted) {
    var day = sameDateNextMonth(submitted);
    while (!worked(day)) {
      day = day.plusDays(1);
    }
    return midnightAfter(day);
  }

  private LocalDate sameDateNextMonth(Instant submitted) {
    var start = submitted.atZone(zone).toLocalDate();
    var page = start;
    while (page.getMonth() == start.getMonth()) {
      page = page.plusDays(1);
    }
    while (page.getDayOfMonth() != start.getDayOfMonth()
        && page.plusDays(1).getMonth() == page.getMonth()) {
      page = page.plusDays(1);
    }
    return page;
  }

  private Instant midnightAfter(LocalDate day) {
    var at = day.atTime(20, 0).atZone(zone).toInstant();
    while (!at.atZone(zone).toLocalDate().isAfter(day)) {
      at = at.plusSeconds(60);
    }
    return at;
  }

  static boolean worked(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return false;
    }
    var fixed = day.getMonthValue() * 100 + day.getDayOfMonth();
    if (fixed == 101 || fixed == 501 || fixed == 1003 || fixed == 1225 || fixed == 1226) {
      return false;
    }
    long afterEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
    return afterEaster != -2 && afterEaster != 1 && afterEaster != 39 && afterEaster != 50;
  }

  private static LocalDate easter(int year) {
    int a = year % 19;
    int k = year / 100;
    int m = (15 + (3 * k + 3) / 4 - (8 * k + 13) / 25) % 30;
    int n = (4 + k - k / 4) % 7;
    int d = (19 * a + m) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
    int late = d == 29 && e == 6 ? 7 : d == 28 && e == 6 && a > 10 ? 7 : 0;
    return LocalDate.of(year, 3, 22).plusDays(d + e - late);
  }
}
