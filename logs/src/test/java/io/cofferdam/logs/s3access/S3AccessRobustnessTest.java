package io.cofferdam.logs.s3access;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.testkit.Covers;

@Covers({"D-01", "X-04"})
class S3AccessRobustnessTest extends FormatRobustness {
  static String line(int i) {
    return """
    %064x shop-training [01/Mar/2026:10:00:%02d +0000] 203.0.113.%d - %016X REST.GET.OBJECT \
    sets/part-%d.jsonl "GET /sets/part-%d.jsonl HTTP/1.1" 200 - %d %d 20 10 "-" "curl/8.5.0" - \
    aGVsbG8= - ECDHE-RSA-AES128-GCM-SHA256 - shop-training.s3.eu-central-1.amazonaws.com TLSv1.3 - -
    """
        .formatted(7, i, i, i, i, i, 100 + i, 100 + i);
  }

  @Override
  protected String format() {
    return "s3-server-access";
  }

  @Override
  protected String content() {
    return line(1) + line(2) + line(3) + line(4) + line(5);
  }

  @Override
  protected String disorderedContent() {
    return line(4) + line(2) + line(5) + line(1) + line(3);
  }

  @Override
  protected int records() {
    return 5;
  }

  @Override
  protected Bomb bombParts() {
    return new Bomb(line(1), line(2), "");
  }
}
