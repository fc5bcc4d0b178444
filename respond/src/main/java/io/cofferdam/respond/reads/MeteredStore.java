package io.cofferdam.respond.reads;

import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.Spans;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What the usage reports meter of one store: a cell for each span with a row of a read, and which
/// spans are covered, so that the rest of them is zero.
final class MeteredStore {
  /// Hours, and spans of a day or a month, by their start.
  private final TreeMap<Instant, MeteredCell> hours = new TreeMap<>();
  private final TreeMap<Instant, MeteredCell> longer = new TreeMap<>();
  private boolean sameRegion;
  private boolean covered;
  private List<Window> inHours = List.of();
  private List<Window> inLonger = List.of();

  void bytes(HourlyUsage row, long amount) {
    cell(row).amounts(row).bytes += amount;
  }

  void gets(HourlyUsage row, long amount) {
    var amounts = cell(row).amounts(row);
    amounts.gets += amount;
    amounts.named = true;
  }

  void copies(HourlyUsage row, long amount) {
    cell(row).amounts(row).copies += amount;
  }

  void tierTwo(HourlyUsage row, long amount) {
    cell(row).amounts(row).tierTwo += amount;
  }

  private MeteredCell cell(HourlyUsage row) {
    var cells = UsageReport.isHourly(row) ? hours : longer;
    return cells.merge(row.time(), new MeteredCell(row.end()), MeteredCell::orLonger);
  }

  void metersSameRegion() {
    sameRegion = true;
  }

  boolean sameRegion() {
    return sameRegion;
  }

  MeteredStore unlogged() {
    var copy = new MeteredStore();
    copy.sameRegion = sameRegion;
    hours.forEach((start, cell) -> copy.hours.put(start, cell.unlogged()));
    longer.forEach((start, cell) -> copy.longer.put(start, cell.unlogged()));
    return copy;
  }

  boolean isCovered() {
    return covered;
  }

  /// Says which reports are whole, and which spans they meter: by the hour, and by the day or
  /// coarser. What other reports tell is dropped, since it may be a part only.
  void cover(Set<Integer> whole, List<Window> byHour, List<Window> coarser) {
    covered = true;
    hours.values().removeIf(cell -> !cell.keep(whole));
    longer.values().removeIf(cell -> !cell.keep(whole));
    inHours = Spans.union(byHour);
    inLonger = Spans.minus(Spans.union(coarser), inHours);
  }

  void logged(Instant time, boolean copy, long bytes) {
    var cell =
        holds(inHours, time)
            ? at(hours, time, ChronoUnit.HOURS)
            : holds(inLonger, time) ? at(longer, time, ChronoUnit.DAYS) : null;
    if (cell != null) {
      cell.logged(copy, bytes);
    }
  }

  /// The cell that holds the instant; where none does, one with nothing metered.
  private static MeteredCell at(
      NavigableMap<Instant, MeteredCell> cells, Instant time, ChronoUnit unit) {
    var entry = cells.floorEntry(time);
    if (entry != null && time.isBefore(entry.getValue().end())) {
      return entry.getValue();
    }
    var start = time.truncatedTo(unit);
    var before = entry == null ? start : entry.getValue().end();
    var after = cells.higherKey(time);
    var end = start.plus(1, unit);
    var cell = new MeteredCell(after != null && after.isBefore(end) ? after : end);
    cells.put(before.isAfter(start) ? before : start, cell);
    return cell;
  }

  List<MeteredSpan> spans() {
    var spans = new ArrayList<MeteredSpan>(hours.size() + longer.size());
    spans(hours, inHours, spans);
    spans(longer, inLonger, spans);
    spans.sort(Comparator.comparing((MeteredSpan s) -> s.span().from()));
    return spans;
  }

  private static void spans(
      NavigableMap<Instant, MeteredCell> cells, List<Window> covered, List<MeteredSpan> spans) {
    var told = new ArrayList<Window>();
    cells.forEach(
        (start, cell) -> {
          var window = new Window(start, cell.end());
          if (covered.stream().anyMatch(window::overlaps)) {
            told.add(window);
            spans.add(cell.span(start));
          }
        });
    for (var nothing : Spans.minus(covered, told)) {
      spans.add(new MeteredSpan(nothing, 0, 0, 0, 0, 0, 0, List.of()));
    }
  }

  /// The window among disjoint ones in order that holds the instant, by bisection.
  private static boolean holds(List<Window> windows, Instant time) {
    int low = 0;
    int high = windows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var window = windows.get(middle);
      if (window.contains(time)) {
        return true;
      }
      if (time.isBefore(window.from())) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return false;
  }
}
