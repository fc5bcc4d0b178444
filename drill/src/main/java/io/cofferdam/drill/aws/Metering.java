package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;
import java.io.IOException;
import java.util.TreeMap;

/// The hourly S3 usage report: every successful request and every byte, whatever the logs lost
/// (Amazon S3 user guide, "Understanding your AWS billing and usage reports").
///
/// A row is written for every hour in which something was used. A lost hour loses all rows of one
/// bucket in it; rightful readers read in every hour, so an hour without rows was lost.
final class Metering {
  private record Meter(String bucket, long hour, String operation, String type)
      implements Comparable<Meter> {
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

  void write(Shelf shelf, long from, long until) throws IOException {
    var text = new ByteText(1 << 16);
    text.add("Service,Operation,UsageType,Resource,StartTime,EndTime,UsageValue\n");
    long lastHour = -1;
    String lastBucket = "";
    boolean gone = false;
    for (var entry : used.entrySet()) {
      var meter = entry.getKey();
      if (meter.hour() != lastHour || !meter.bucket().equals(lastBucket)) {
        lastHour = meter.hour();
        lastBucket = meter.bucket();
        gone = lossDice.chance(loss);
        lostHours += gone ? 1 : 0;
      }
      if (gone) {
        continue;
      }
      text.add("AmazonS3,").add(meter.operation()).add(',').add(meter.type()).add(',');
      text.add(meter.bucket()).add(',');
      text.add(Times.format("MM/dd/yy HH:mm:ss", meter.hour())).add(',');
      text.add(Times.format("MM/dd/yy HH:mm:ss", meter.hour() + 3600)).add(',');
      text.add(entry.getValue()).add('\n');
    }
    var name = Times.format("yyyy-MM-dd", from) + "-to-" + Times.format("yyyy-MM-dd", until);
    try (var out = shelf.open("logs/usage/AmazonS3-hourly-" + name + ".csv")) {
      text.writeTo(out, 0, text.length());
    }
  }
}
