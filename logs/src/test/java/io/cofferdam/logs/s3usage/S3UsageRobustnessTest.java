package io.cofferdam.logs.s3usage;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.testkit.Covers;

@Covers({"D-01", "X-04"})
class S3UsageRobustnessTest extends FormatRobustness {
  private static final String HEADER =
      "Service, Operation, UsageType, Resource, StartTime, EndTime, UsageValue\n";

  private static String row(int hour) {
    return "AmazonS3,GetObject,EUC1-Requests-Tier2,shop-training,03/01/26 %02d:00:00,03/01/26 %02d:00:00,17\n"
        .formatted(hour, hour + 1);
  }

  @Override
  protected String format() {
    return "s3-usage-report";
  }

  @Override
  protected String content() {
    return HEADER + row(1) + row(2) + row(3) + row(4);
  }

  @Override
  protected String disorderedContent() {
    return HEADER + row(3) + row(4) + row(1) + row(2);
  }

  @Override
  protected int records() {
    return 4;
  }

  @Override
  protected Bomb bombParts() {
    return new Bomb(HEADER + row(1), row(2), "");
  }
}
