package io.cofferdam.logs.s3usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers({"D-01", "R-05"})
class S3UsageTest {
  private static final String HEADER =
      "Service,Operation,UsageType,Resource,StartTime,EndTime,UsageValue\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/01/26 10:00:00,03/01/26 11:00:00",
        "03/01/2026 10:00:00,03/01/2026 11:00:00",
        "2026-03-01T10:00:00Z,2026-03-01T11:00:00Z",
        "2026-03-01 10:00:00,2026-03-01 11:00:00"
      })
  void timesOfEveryShapeAreUtc(String times) {
    var read =
        Collected.of(HEADER + "AmazonS3,GetObject,EUC1-Requests-Tier2,shop," + times + ",17\n");
    var usage = (HourlyUsage) read.events.get(0);
    assertThat(usage.time()).hasToString("2026-03-01T10:00:00Z");
    assertThat(usage.end()).hasToString("2026-03-01T11:00:00Z");
    assertThat(usage.store().id()).isEqualTo("arn:aws:s3:::shop");
    assertThat(usage.amount()).isEqualTo(17);
  }

  @Test
  void fractionsAreRoundedUpSoThatTheyStayAnUpperLimit() {
    var read =
        Collected.of(
            HEADER + "AmazonS3,GetObject,B,shop,03/01/26 10:00:00,03/01/26 11:00:00,17.2\n");
    assertThat(((HourlyUsage) read.events.get(0)).amount()).isEqualTo(18);
  }

  @Test
  void otherServicesArePassedOverAndBadRowsKept() {
    var read =
        Collected.of(
            HEADER
                + "AmazonEC2,Run,Box,i-1,03/01/26 10:00:00,03/01/26 11:00:00,1\n"
                + "AmazonS3,ListAllMyBuckets,X,,03/01/26 10:00:00,03/01/26 11:00:00,1\n"
                + "AmazonS3,GetObject,X,shop,yesterday,03/01/26 11:00:00,1\n"
                + "AmazonS3,GetObject,X,shop,03/01/26 10:00:00,03/01/26 11:00:00,-4\n"
                + "short,row\n");
    assertThat(read.passedOver).isEqualTo(2);
    assertThat(read.reasons).hasSize(3);
    assertThat(read.events).isEmpty();
  }
}
