package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.logs.Samples;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

@Covers({"D-01", "X-04"})
class CloudTrailRobustnessTest extends FormatRobustness {
  private static List<String> events() {
    List<String> records = new ArrayList<>();
    var random = new Random(5);
    for (var i = 0; i < 20; i++) {
      records.add(Samples.record(i, i % 2 == 0, random));
    }
    return records;
  }

  @Override
  protected String format() {
    return "cloudtrail";
  }

  @Override
  protected String content() {
    return "{\"Records\":[" + String.join(",", events()) + "]}";
  }

  @Override
  protected String disorderedContent() {
    var records = events();
    Collections.shuffle(records, new Random(1));
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  @Override
  protected int records() {
    return 20;
  }

  @Override
  protected Bomb bombParts() {
    return new Bomb("{\"Records\":[" + events().get(0), "," + events().get(1), "]}");
  }
}
