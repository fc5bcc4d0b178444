package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Delivers CloudTrail records in files, some late, some twice, out of order; then loses some.
final class TrailFiles {
  private record Entry(ByteText text, long second, boolean spared) {}

  private final Company company;
  private final Shelf shelf;
  private final Digests digests;
  private final boolean digesting;
  private final Noise noise;
  private final Loss loss;
  private final Dice dice;
  private final Dice lossDice;
  private final List<List<Entry>> later = new ArrayList<>();
  private final ByteText records = new ByteText(1 << 20);
  private final Press press;
  private final Spans spans = new Spans();
  long written;
  long lost;
  long bytes;

  TrailFiles(
      Company company,
      Shelf shelf,
      Digests digests,
      boolean digesting,
      Noise noise,
      Loss loss,
      Press press,
      long seed) {
    this.company = company;
    this.shelf = shelf;
    this.digests = digests;
    this.digesting = digesting;
    this.noise = noise;
    this.loss = loss;
    this.press = press;
    this.dice = Dice.of(seed, 101);
    this.lossDice = Dice.of(seed, 102);
    for (int i = 0; i < 5; i++) {
      later.add(new ArrayList<>());
    }
  }

  /// Where the next record is to be written; close it with [#end].
  ByteText open() {
    spans.start(records.length());
    return records;
  }

  void end(long second, boolean spared) {
    spans.end(records.length(), second, spared);
  }

  boolean pending() {
    return later.stream().anyMatch(list -> !list.isEmpty());
  }

  /// Delivers what has come since the last delivery.
  void deliver(long at) throws IOException {
    var due = later.removeFirst();
    later.add(new ArrayList<>());
    postpone();
    for (var entry : due) {
      open().add(entry.text(), 0, entry.text().length());
      end(entry.second(), entry.spared());
    }
    if (spans.count() > 0) {
      for (int i = 0; i < spans.count(); i++) {
        if (dice.chance(noise.disorder())) {
          spans.swap(i, dice.below(spans.count()));
        }
      }
      write(at);
    }
    spans.clear();
    records.clear();
  }

  /// Puts some records off to a later file, and has some come twice.
  private void postpone() {
    int fresh = spans.count();
    for (int i = 0; i < fresh; i++) {
      if (dice.chance(noise.late())) {
        later.get(dice.below(4)).add(entry(i));
        spans.drop(i);
      } else if (dice.chance(noise.duplicates())) {
        if (dice.chance(0.5)) {
          later.getFirst().add(entry(i));
        } else {
          spans.repeat(i);
        }
      }
    }
    spans.sweep();
  }

  private Entry entry(int i) {
    var text = new ByteText(spans.to(i) - spans.from(i));
    text.add(records, spans.from(i), spans.to(i) - spans.from(i));
    return new Entry(text, spans.second(i), spans.spared(i));
  }

  private void write(long at) throws IOException {
    var path =
        "AWSLogs/"
            + company.account()
            + "/CloudTrail/"
            + company.region()
            + Times.format("/yyyy/MM/dd/", at)
            + company.account()
            + "_CloudTrail_"
            + company.region()
            + Times.format("_yyyyMMdd'T'HHmm'Z'_", at)
            + dice.id(16)
            + ".json.gz";
    var file = press.sheet();
    file.add("{\"Records\":[");
    boolean spared = false;
    for (int i = 0; i < spans.count(); i++) {
      if (i > 0) {
        file.add(',');
      }
      file.add(records, spans.from(i), spans.to(i) - spans.from(i));
      spared |= spans.spared(i);
    }
    file.add("]}");
    if (digesting) {
      digests.add(new Digests.Delivered(path, press.hash(file), spans.oldest(), spans.newest()));
    }
    lose(path, file, spared && loss.sparesChanges());
  }

  private void lose(String path, ByteText file, boolean spared) throws IOException {
    double half = loss.cloudTrail() / 2;
    if (lossDice.chance(loss.cloudTrail() >= 1 && !spared ? 1 : half) && !spared) {
      lost += spans.count();
      press.release(file);
      return;
    }
    ByteText out = file;
    if (half > 0) {
      press.release(file);
      var kept = press.sheet();
      out = kept;
      kept.add("{\"Records\":[");
      double each = half / (1 - half);
      boolean first = true;
      for (int i = 0; i < spans.count(); i++) {
        boolean gone = lossDice.chance(each);
        if (gone && !(spans.spared(i) && loss.sparesChanges())) {
          lost++;
          continue;
        }
        if (!first) {
          kept.add(',');
        }
        first = false;
        kept.add(records, spans.from(i), spans.to(i) - spans.from(i));
        written++;
      }
      kept.add("]}");
    } else {
      written += spans.count();
    }
    bytes += out.length();
    press.print(shelf.open("logs/" + path), out);
  }
}
