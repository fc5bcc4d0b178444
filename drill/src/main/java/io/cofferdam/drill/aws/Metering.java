package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The hourly S3 usage report: every successful request and every byte, whatever the logs lost
/// (Amazon S3 user guide, "Understanding your AWS billing and usage reports").
///
/// A row is written for every hour in which something was used, and for every day what each bucket
/// holds. A report covers an unbroken period, so a lost hour splits it: what is left are reports of
/// the hours before and after.
final class Metering {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;

  private record Meter(String bucket, long hour, String operation, String type)
      implements Comparable<Meter> {
    /// What comes before all meters of an hour.
    static Meter first(long hour) {
      return new Meter("", hour, "", "");
    }

    @Override
    public int compareTo(Meter other) {
      int order = Long.compare(hour, other.hour);
      order = order != 0 ? order : bucket.compareTo(other.bucket);
      order = order != 0 ? order : operation.compareTo(other.operation);
      return order != 0 ? order : type.compareTo(other.type);
    }
  }

  private final Company company;
  private final Dice lossDice;
  private final double loss;
  private final TreeMap<Meter, Long> used = new TreeMap<>();
  long lostHours;

  Metering(Company company, double loss, long seed) {
    this.company = company;
    this.loss = loss;
    this.lossDice = Dice.of(seed, 301);
  }

  void add(Request request) {
    if (!request.succeeded()) {
      return;
    }
    long hour = Math.floorDiv(request.second(), 3600L) * 3600L;
    var bucket = request.store().bucket();
    var operation =
        switch (request.verb()) {
          case GET -> "GetObject";
          case HEAD -> "HeadObject";
          case LIST -> "ListBucket";
          case PUT -> "PutObject";
          case COPY -> "CopyObject";
        };
    boolean cheap = request.verb() == Verb.GET || request.verb() == Verb.HEAD;
    var prefix = company.usagePrefix();
    count(bucket, hour, operation, prefix + (cheap ? "Requests-Tier2" : "Requests-Tier1"), 1);
    if (request.bytes() > 0) {
      var way = request.seat().outside() ? "DataTransfer-Out-Bytes" : "C3DataTransfer-Out-Bytes";
      count(bucket, hour, operation, prefix + way, request.bytes());
    }
  }

  private void count(String bucket, long hour, String operation, String type, long amount) {
    used.merge(new Meter(bucket, hour, operation, type), amount, Long::sum);
  }

  void write(Shelf shelf, List<Store> stores, long from, long until) throws IOException {
    var rest = used;
    long start = Math.floorDiv(from, HOUR) * HOUR;
    for (long hour = start; hour < until; hour += HOUR) {
      boolean gone = lossDice.chance(loss);
      lostHours += gone ? 1 : 0;
      if (gone || hour + HOUR >= until) {
        long end = gone ? hour : hour + HOUR;
        report(shelf, stores, start, end, rest.headMap(Meter.first(end), false));
        rest = new TreeMap<>(rest.tailMap(Meter.first(hour + HOUR), true));
        start = hour + HOUR;
      }
    }
  }

  private void report(
      Shelf shelf, List<Store> stores, long from, long until, SortedMap<Meter, Long> rows)
      throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    var text = new ByteText(1 << 16);
    text.add("Service,Operation,UsageType,Resource,StartTime,EndTime,UsageValue\n");
    for (long day = Math.floorDiv(from, DAY) * DAY; day < until; day += DAY) {
      for (var store : stores) {
        if (!store.bucket().isEmpty()) {
          long held = store.objects().stream().mapToLong(StoredObject::size).sum();
          var type = company.usagePrefix() + "TimedStorage-ByteHrs";
          row(text, new Meter(store.bucket(), day, "StandardStorage", type), DAY, held * 24);
        }
      }
    }
    rows.forEach((meter, amount) -> row(text, meter, HOUR, amount));
    var name =
        Times.format("yyyy-MM-dd'T'HH", from) + "-to-" + Times.format("yyyy-MM-dd'T'HH", until);
    try (var out = shelf.open("logs/usage/AmazonS3-hourly-" + name + ".csv")) {
      text.writeTo(out, 0, text.length());
    }
  }

  private static void row(ByteText text, Meter meter, long seconds, long amount) {
    text.add("AmazonS3,").add(meter.operation()).add(',').add(meter.type()).add(',');
    text.add(meter.bucket()).add(',');
    text.add(Times.format("MM/dd/yy HH:mm:ss", meter.hour())).add(',');
    text.add(Times.format("MM/dd/yy HH:mm:ss", meter.hour() + seconds)).add(',');
    text.add(amount).add('\n');
  }
}
