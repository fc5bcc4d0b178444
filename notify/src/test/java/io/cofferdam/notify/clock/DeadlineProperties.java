package io.cofferdam.notify.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// [Periods] and the naive [ReferenceDeadlines] agree on random instants of 2024 to 2032 in ten
/// time zones, among them some with half-hour offsets and half-hour clock changes.
@Covers("N-01")
class DeadlineProperties {
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "Europe/London",
          "America/New_York",
          "America/St_Johns",
          "America/Havana",
          "Atlantic/Azores",
          "Africa/Casablanca",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Chatham");

  private final Periods periods = new Periods(new Holidays());

  @Property(tries = 4000)
  void hoursAgree(@ForAll("instants") Instant aware, @ForAll("zones") ZoneId zone) {
    var rule = new PeriodRule(72, PeriodUnit.HOURS, Computation.REGULATION_1182_71);
    var deadline = (Deadline.Hours) periods.deadline(rule, aware, zone, "DE");
    var reference = new ReferenceDeadlines(zone);
    assertThat(deadline.strict()).isEqualTo(reference.strict(aware, 72));
    assertThat(deadline.regulation1182()).contains(reference.fullHours(aware, 72));
    assertThat(deadline.arguable()).contains(reference.twoWorkingDays(aware, 72));
    assertThat(deadline.strict()).isBefore(deadline.regulation1182().orElseThrow());
  }

  @Property(tries = 4000)
  void earlyWarningsAgree(@ForAll("instants") Instant aware, @ForAll("zones") ZoneId zone) {
    var rule = new PeriodRule(24, PeriodUnit.HOURS, Computation.REGULATION_1182_71);
    var deadline = (Deadline.Hours) periods.deadline(rule, aware, zone, "DE");
    var reference = new ReferenceDeadlines(zone);
    assertThat(deadline.strict()).isEqualTo(reference.strict(aware, 24));
    assertThat(deadline.regulation1182()).contains(reference.fullHours(aware, 24));
  }

  @Property(tries = 4000)
  void monthsAgree(@ForAll("instants") Instant submitted, @ForAll("zones") ZoneId zone) {
    var rule = new PeriodRule(1, PeriodUnit.MONTHS, Computation.REGULATION_1182_71);
    var deadline = (Deadline.Dated) periods.deadline(rule, submitted, zone, "DE");
    var reference = new ReferenceDeadlines(zone);
    assertThat(deadline.unshifted()).isEqualTo(reference.oneMonth(submitted));
    assertThat(deadline.shifted()).isEqualTo(reference.oneMonthMovedOffHolidays(submitted));
    assertThat(deadline.shifted()).isAfterOrEqualTo(deadline.unshifted());
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  /// Half of the instants lie within two hours of a clock change of some zone.
  @Provide
  Arbitrary<Instant> instants() {
    long from = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    long until = Instant.parse("2033-01-01T00:00:00Z").getEpochSecond();
    var anywhere = Arbitraries.longs().between(from, until - 1).map(Instant::ofEpochSecond);
    var nearChange =
        Combinators.combine(anywhere, zones(), Arbitraries.longs().between(-345_600, 7_200))
            .as(
                (at, zone, seconds) -> {
                  var change = zone.getRules().nextTransition(at);
                  return change == null || change.getInstant().getEpochSecond() >= until
                      ? at
                      : change.getInstant().plusSeconds(seconds);
                });
    return Arbitraries.oneOf(anywhere, nearChange);
  }
}
