package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What is metered of one store in one span, as each report tells it, and what the logs tell.
final class MeteredCell {
  private static final int SOME = 4;

  /// What one report says.
  static final class Amounts {
    final int report;
    long gets;
    long copies;
    long tierTwo;
    long bytes;
    boolean named;

    Amounts(int report) {
      this.report = report;
    }
  }

  private final Instant end;
  private final List<Amounts> told = new ArrayList<>(1);
  private final List<EventRef> rows = new ArrayList<>(1);
  private long loggedGets;
  private long loggedCopies;
  private long loggedBytes;

  MeteredCell(Instant end) {
    this.end = end;
  }

  Instant end() {
    return end;
  }

  /// Of two cells with one start the one that is there, unless the new one reaches further; then
  /// its end holds for both, so that no amount is put into too short a span.
  static MeteredCell orLonger(MeteredCell known, MeteredCell fresh) {
    if (!fresh.end.isAfter(known.end)) {
      return known;
    }
    fresh.told.addAll(known.told);
    fresh.rows.addAll(known.rows);
    return fresh;
  }

  /// What the row's report says, to be added to.
  Amounts amounts(HourlyUsage row) {
    if (rows.size() < SOME) {
      rows.add(row.ref());
    }
    for (var known : told) {
      if (known.report == row.ref().input()) {
        return known;
      }
    }
    var fresh = new Amounts(row.ref().input());
    told.add(fresh);
    return fresh;
  }

  /// Keeps what these reports say; whether that is anything.
  boolean keep(Set<Integer> reports) {
    told.removeIf(amounts -> !reports.contains(amounts.report));
    return !told.isEmpty();
  }

  MeteredCell unlogged() {
    var copy = new MeteredCell(end);
    copy.told.addAll(told);
    copy.rows.addAll(rows);
    return copy;
  }

  void logged(boolean copy, long bytes) {
    if (copy) {
      loggedCopies++;
    } else {
      loggedGets++;
    }
    loggedBytes += Math.max(0, bytes);
  }

  MeteredSpan span(Instant start) {
    return new MeteredSpan(
        new Window(start, end),
        largest(a -> a.named ? a.gets : Math.max(a.gets, a.tierTwo)),
        largest(a -> a.copies),
        largest(a -> a.bytes),
        loggedGets,
        loggedCopies,
        loggedBytes,
        rows);
  }

  private long largest(ToLongFunction<Amounts> amount) {
    return told.stream().mapToLong(amount).max().orElse(0);
  }
}
