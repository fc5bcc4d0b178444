package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Delivers S3 server access logs, one file per bucket and delivery. Delivery is best effort, as
/// AWS says of it: lines come late, twice, or never.
final class AccessFiles {
  private final Shelf shelf;
  private final AccessLines lines;
  private final Noise noise;
  private final double loss;
  private final Dice dice;
  private final Dice lossDice;
  private final Map<String, ByteText> open = new LinkedHashMap<>();
  private final Map<String, ByteText> next = new LinkedHashMap<>();
  private final ByteText line = new ByteText(1024);
  long written;
  long lost;

  AccessFiles(Shelf shelf, AccessLines lines, Noise noise, double loss, long seed) {
    this.shelf = shelf;
    this.lines = lines;
    this.noise = noise;
    this.loss = loss;
    this.dice = Dice.of(seed, 201);
    this.lossDice = Dice.of(seed, 202);
  }

  void add(Request request) {
    line.clear();
    lines.line(line, request);
    boolean twice = dice.chance(noise.duplicates());
    boolean late = dice.chance(noise.late());
    keep(late ? next : open, request);
    if (twice) {
      keep(next, request);
    }
  }

  private void keep(Map<String, ByteText> files, Request request) {
    if (lossDice.chance(loss >= 1 ? 1 : loss / 2 / (1 - loss / 2))) {
      lost++;
      return;
    }
    written++;
    files
        .computeIfAbsent(request.store().bucket(), _ -> new ByteText(4096))
        .add(line, 0, line.length());
  }

  boolean pending() {
    return open.values().stream().anyMatch(text -> text.length() > 0);
  }

  void deliver(long at) throws IOException {
    for (var file : open.entrySet()) {
      var text = file.getValue();
      if (text.length() == 0) {
        continue;
      }
      var name =
          Times.format("yyyy-MM-dd-HH-mm-ss-", at)
              + dice.hex(16).toUpperCase(java.util.Locale.ROOT);
      if (lossDice.chance(loss / 2)) {
        long gone = text.toString().lines().count();
        lost += gone;
        written -= gone;
      } else {
        try (var out = shelf.open("logs/s3-access/" + file.getKey() + "/" + name)) {
          text.writeTo(out, 0, text.length());
        }
      }
      text.clear();
    }
    for (var file : next.entrySet()) {
      var text = file.getValue();
      open.computeIfAbsent(file.getKey(), _ -> new ByteText(4096)).add(text, 0, text.length());
      text.clear();
    }
  }
}
