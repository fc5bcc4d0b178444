package io.cofferdam.notify.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.notify.facts.Countries;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The computed table of deadlines, and the rules of Regulation 1182/71 one by one.
@Covers("N-01")
class PeriodsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PeriodRule H72 =
      new PeriodRule(72, PeriodUnit.HOURS, Computation.REGULATION_1182_71);
  private static final PeriodRule MONTH =
      new PeriodRule(1, PeriodUnit.MONTHS, Computation.REGULATION_1182_71);

  private final Periods periods = new Periods(new Holidays());

  @ParameterizedTest
  @CsvSource({
    "2026-12-18T16:20+01:00, 2026-12-21T16:20+01:00, 2026-12-21T17:00+01:00",
    "2026-12-24T10:10+01:00, 2026-12-27T10:10+01:00, 2026-12-27T11:00+01:00",
    "2026-03-27T12:00+01:00, 2026-03-30T13:00+02:00, 2026-03-30T14:00+02:00",
    "2026-10-23T12:00+02:00, 2026-10-26T11:00+01:00, 2026-10-26T12:00+01:00",
  })
  void seventyTwoHoursAsInTheTable(String aware, String strict, String fullHours) {
    var deadline = hours(at(aware));
    assertThat(deadline.strict()).isEqualTo(at(strict));
    assertThat(deadline.regulation1182()).contains(at(fullHours));
    assertThat(deadline.escalation()).isEqualTo(at(strict));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-18T16:20+01:00, 2026-12-23T00:00+01:00",
    "2026-12-24T10:10+01:00, 2026-12-30T00:00+01:00",
    "2026-03-27T12:00+01:00, 2026-04-01T00:00+02:00",
    "2026-10-23T12:00+02:00, 2026-10-28T00:00+01:00",
  })
  void arguableReadingAsInTheTable(String aware, String end) {
    assertThat(hours(at(aware)).arguable()).contains(at(end));
  }

  @Test
  void christmasUnderArticle3Paragraph5EndsAfterTwoWorkingDays() {
    assertThat(hours(at("2026-12-24T10:10+01:00")).arguable())
        .as("end of Tuesday 29 December")
        .contains(berlin("2026-12-30T00:00"));
  }

  @Test
  void aPeriodInHoursIsNeverShortenedByTheArguableReading() {
    var monday = hours(berlin("2026-06-08T09:30"));
    assertThat(monday.arguable()).isEqualTo(monday.regulation1182());
  }

  @Test
  void lessThanTwoDaysHasNoArguableReading() {
    var day = new PeriodRule(24, PeriodUnit.HOURS, Computation.REGULATION_1182_71);
    var deadline = (Deadline.Hours) periods.deadline(day, berlin("2026-12-24T10:10"), BERLIN, "DE");
    assertThat(deadline.arguable()).isEmpty();
    assertThat(deadline.regulation1182()).contains(berlin("2026-12-25T11:00"));
  }

  @Test
  void elapsedOnlyRulesShowNoOtherReading() {
    var uk = new PeriodRule(72, PeriodUnit.HOURS, Computation.ELAPSED);
    var deadline = (Deadline.Hours) periods.deadline(uk, at("2026-12-24T10:10Z"), BERLIN, "GB");
    assertThat(deadline.regulation1182()).isEmpty();
    assertThat(deadline.arguable()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // submitted, end of unshifted day (exclusive), end of shifted day (exclusive)
    "2026-01-31T12:00, 2026-03-01T00:00, 2026-03-03T00:00",
    "2028-01-31T12:00, 2028-03-01T00:00, 2028-03-01T00:00",
    "2026-11-25T12:00, 2026-12-26T00:00, 2026-12-29T00:00",
    "2026-06-10T00:00, 2026-07-11T00:00, 2026-07-11T00:00",
    "2026-03-03T23:59, 2026-04-04T00:00, 2026-04-08T00:00",
  })
  void aMonthEndsOnTheSameDateOrTheLastDayAndMovesOffHolidays(
      String submitted, String unshifted, String shifted) {
    var deadline = (Deadline.Dated) periods.deadline(MONTH, berlin(submitted), BERLIN, "DE");
    assertThat(deadline.unshifted()).isEqualTo(berlin(unshifted));
    assertThat(deadline.shifted()).isEqualTo(berlin(shifted));
    assertThat(deadline.escalation()).isEqualTo(deadline.unshifted());
  }

  @Test
  void holidaysAreThoseOfTheCountryWhereTheNoticeIsHandedIn() {
    // Bastille Day is a Tuesday in 2026.
    var start = ZonedDateTime.parse("2026-06-14T09:00+02:00[Europe/Paris]").toInstant();
    var paris = ZoneId.of("Europe/Paris");
    var inFrance = (Deadline.Dated) periods.deadline(MONTH, start, paris, "FR");
    var inGermany = (Deadline.Dated) periods.deadline(MONTH, start, paris, "DE");
    assertThat(inFrance.shifted()).isEqualTo(at("2026-07-16T00:00+02:00"));
    assertThat(inGermany.shifted()).isEqualTo(at("2026-07-15T00:00+02:00"));
  }

  @Test
  void aCountryWithoutCalendarMovesOnlyOffWeekends() {
    var holidays = new Holidays();
    assertThat(holidays.known("ZZ")).isFalse();
    assertThat(holidays.workingDay(LocalDate.of(2026, 12, 25), "ZZ")).isTrue();
    assertThat(holidays.workingDay(LocalDate.of(2026, 12, 26), "ZZ")).isFalse();
    assertThat(holidays.workingDay(LocalDate.of(2026, 12, 25), "DE")).isFalse();
  }

  @Test
  void everyEeaCountryAndTheUnitedKingdomHaveACalendar() {
    var holidays = new Holidays();
    assertThat(Stream.concat(Countries.EU.stream(), Stream.of("IS", "LI", "NO", "GB")))
        .allMatch(holidays::known);
  }

  @Test
  void aHalfHourClockChangeWithinTheHourIsFollowed() {
    // Lord Howe falls back from 02:00 to 01:30 on 5 April 2026.
    var zone = ZoneId.of("Australia/Lord_Howe");
    var start = ZonedDateTime.parse("2026-04-05T01:45+11:00[Australia/Lord_Howe]").toInstant();
    var next = Periods.nextFullHour(start, zone).atZone(zone).toLocalDateTime();
    assertThat(next).isEqualTo(LocalDateTime.parse("2026-04-05T02:00"));
  }

  @Test
  void promptDutiesGiveAPolicyTargetOnly() {
    var prompt = new PeriodRule(24, PeriodUnit.PROMPT, Computation.ELAPSED);
    var deadline = periods.deadline(prompt, at("2026-12-24T10:10Z"), BERLIN, "DE");
    assertThat(deadline.policyOnly()).isTrue();
    assertThat(prompt.words()).contains("without undue delay").contains("policy, not law");
  }

  private Deadline.Hours hours(Instant aware) {
    return (Deadline.Hours) periods.deadline(H72, aware, BERLIN, "DE");
  }

  private static Instant at(String text) {
    return ZonedDateTime.parse(text).toInstant();
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
