package io.cofferdam.respond.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which hours a usage report meters, and which it leaves open.
@Covers("R-05")
class MeteringTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final ResourceId TRAINING = ResourceId.bucket("shop-training");
  private static final ResourceId WEIGHTS = ResourceId.bucket("shop-weights");

  private final Metering metering = new Metering();

  private static Instant hour(int hour) {
    return DAY.plusSeconds(hour * 3600L);
  }

  private void row(
      int report, int from, int until, ResourceId store, String operation, String type, long n) {
    metering.add(
        new HourlyUsage(
            new EventRef(report, 1, ""), hour(from), hour(until), store, operation, type, n));
  }

  private void gets(int report, int hour, ResourceId store, long amount) {
    row(report, hour, hour + 1, store, "GetObject", "EUC1-Requests-Tier2", amount);
  }

  private void storage(int report, ResourceId store) {
    row(report, 0, 24, store, "StandardStorage", "EUC1-TimedStorage-ByteHrs", 1 << 20);
  }

  private List<MeteredSpan> spans(ResourceId store) {
    return metering.copy().spans(store);
  }

  private long reads(ResourceId store) {
    return spans(store).stream().mapToLong(MeteredSpan::missingReads).sum();
  }

  private List<Window> covered(ResourceId store) {
    return io.cofferdam.respond.coverage.Spans.union(
        spans(store).stream().map(MeteredSpan::span).toList());
  }

  @Test
  void anHourWithoutARowInsideAReportHadNoRead() {
    storage(1, TRAINING);
    gets(1, 3, TRAINING, 2);
    gets(1, 9, TRAINING, 5);
    assertThat(covered(TRAINING)).containsExactly(new Window(hour(3), hour(10)));
    assertThat(reads(TRAINING)).isEqualTo(7);
  }

  @Test
  void aBucketWithoutAnyReadIsMeteredByTheHoursOfTheOthers() {
    storage(1, WEIGHTS);
    gets(1, 3, TRAINING, 2);
    gets(1, 9, TRAINING, 5);
    assertThat(covered(WEIGHTS)).containsExactly(new Window(hour(3), hour(10)));
    assertThat(reads(WEIGHTS)).isZero();
  }

  @Test
  void aRowOfStorageSaysNothingOfTheHoursOfItsDay() {
    storage(1, TRAINING);
    storage(1, WEIGHTS);
    row(1, 5, 6, WEIGHTS, "PutObject", "EUC1-Requests-Tier1", 1);
    assertThat(covered(TRAINING)).containsExactly(new Window(hour(5), hour(6)));
  }

  @Test
  void betweenTwoReportsNothingIsMetered() {
    storage(1, TRAINING);
    gets(1, 3, TRAINING, 2);
    storage(2, TRAINING);
    gets(2, 5, TRAINING, 2);
    assertThat(covered(TRAINING))
        .containsExactly(new Window(hour(3), hour(4)), new Window(hour(5), hour(6)));
  }

  @Test
  void aReportOfOneOperationOrOneUsageTypeMayLackTheReads() {
    row(1, 3, 4, TRAINING, "ListBucket", "EUC1-Requests-Tier1", 1);
    row(1, 3, 4, TRAINING, "ListBucket", "EUC1-DataTransfer-Out-Bytes", 900);
    row(2, 3, 4, WEIGHTS, "ListBucket", "EUC1-Requests-Tier1", 1);
    row(2, 3, 4, WEIGHTS, "PutObject", "EUC1-Requests-Tier1", 1);
    assertThat(spans(TRAINING)).isEmpty();
    assertThat(spans(WEIGHTS)).isEmpty();
  }

  @Test
  void aReportOfWhichAPartWasNotReadCapsNothing() {
    storage(1, TRAINING);
    gets(1, 3, TRAINING, 2);
    metering.cut(1);
    assertThat(spans(TRAINING)).isEmpty();
  }

  @Test
  void ofTwoReportsOfOneHourTheLargerFigureCounts() {
    for (int report = 1; report <= 2; report++) {
      storage(report, TRAINING);
      gets(report, 3, TRAINING, report * 4L);
      row(report, 3, 4, TRAINING, "GetObject", "EUC1-Requests-SIA-Tier2", 1);
    }
    assertThat(reads(TRAINING)).isEqualTo(9);
  }

  @Test
  void aReadLoggedInAnHourWithoutARowShowsThatClocksDiffer() {
    storage(1, TRAINING);
    gets(1, 3, TRAINING, 2);
    gets(1, 9, TRAINING, 5);
    var asked = metering.copy();
    asked.logged(TRAINING, hour(4).plusSeconds(1), false, 10);
    assertThat(asked.spans(TRAINING))
        .filteredOn(MeteredSpan::contradicted)
        .extracting(MeteredSpan::span)
        .containsExactly(new Window(hour(4), hour(5)));
  }

  @Test
  void aReportByTheDayCapsTheDay() {
    row(1, 0, 24, TRAINING, "GetObject", "EUC1-Requests-Tier2", 3);
    row(1, 0, 24, TRAINING, "PutObject", "EUC1-Requests-Tier1", 3);
    row(1, 48, 72, TRAINING, "GetObject", "EUC1-Requests-Tier2", 4);
    var asked = metering.copy();
    asked.logged(TRAINING, hour(5), false, 10);
    asked.logged(TRAINING, hour(30), false, 10);
    assertThat(asked.spans(TRAINING))
        .extracting(MeteredSpan::missingReads)
        .containsExactly(2L, 0L, 4L);
  }
}
