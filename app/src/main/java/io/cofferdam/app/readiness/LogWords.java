package io.cofferdam.app.readiness;

import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The logs of a store in words.
final class LogWords {
  private LogWords() {}

  static List<String> of(StoreLogs logs) {
    var words = new ArrayList<String>();
    for (var trail : logs.reading()) {
      words.add(
          "CloudTrail data events, by the trail "
              + trail.name()
              + (trail.digests() ? " with digest files" : " without digest files"));
    }
    if (logs.serverAccess()) {
      words.add("S3 server access logs, which AWS delivers as best it can and proves nothing by");
    }
    if (logs.inventory()) {
      words.add("S3 inventory");
    }
    if (logs.store().kind() == ResourceKind.S3_BUCKET) {
      words.add("the hourly S3 usage report, which can be drawn after a leak");
    }
    if (logs.statements()) {
      words.add("statements of the database");
    }
    return words;
  }

  static String events(long perDay) {
    return perDay < 0
        ? "an event for each read; how many there are a day only a usage report tells (--usage"
            + " FILE)"
        : "about " + String.format(Locale.ROOT, "%,d", perDay) + " events a day, one for each read";
  }
}
