package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.testkit.Covers;

@Covers({"D-01", "X-04"})
class S3InventoryRobustnessTest extends FormatRobustness {
  static String row(int i) {
    return "\"shop-training\",\"sets/part%%20%d.jsonl\",\"v%d\",\"true\",\"false\",\"%d\",\"2026-02-%02dT08:00:00.000Z\",\"%032x\",\"STANDARD\",\"SSE-S3\"\n"
        .formatted(i, i, 100 + i, i, i);
  }

  @Override
  protected String format() {
    return "s3-inventory";
  }

  @Override
  protected String content() {
    return row(1) + row(2) + row(3) + row(4);
  }

  @Override
  protected String disorderedContent() {
    return row(3) + row(1) + row(4) + row(2);
  }

  @Override
  protected int records() {
    return 4;
  }

  @Override
  protected Bomb bombParts() {
    return new Bomb(row(1), row(2), "");
  }
}
