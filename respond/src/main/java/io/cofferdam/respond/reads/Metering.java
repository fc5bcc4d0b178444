package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The usage reports, per store and span, with the logged reads beside them.
///
/// A span counts as metered when the report has any row of the store for it (storage is billed by
/// the hour, so a whole report has one for every hour); a span without a row may be one that was
/// lost, and caps nothing. Operations and usage types: Amazon S3 User Guide,
/// "Understanding your AWS billing and usage reports for Amazon S3".
final class Metering {
  private static final Set<String> GETS =
      Set.of(
          "GetObject", "GetObjectForRepl", "GetObjectTorrent", "SelectObjectContent", "ReadBlob");
  private static final Set<String> COPIES =
      Set.of("CopyObject", "UploadPartCopy", "CopyObjectPart", "CopyPart");
  private static final int SOME = 4;

  private static final class Cell {
    final Instant end;
    long gets;
    long copies;
    long tierTwo;
    boolean named;
    long bytes;
    long loggedGets;
    long loggedCopies;
    long loggedBytes;
    final List<EventRef> rows = new ArrayList<>(1);

    Cell(Instant end) {
      this.end = end;
    }

    Cell unlogged() {
      var copy = new Cell(end);
      copy.gets = gets;
      copy.copies = copies;
      copy.tierTwo = tierTwo;
      copy.named = named;
      copy.bytes = bytes;
      copy.rows.addAll(rows);
      return copy;
    }
  }

  private static final class StoreCells {
    final TreeMap<Instant, Cell> cells = new TreeMap<>();
    boolean sameRegionBytes;
  }

  private final Map<ResourceId, StoreCells> stores = new HashMap<>();

  synchronized void add(HourlyUsage row) {
    if (!row.end().isAfter(row.time())) {
      return;
    }
    var store = stores.computeIfAbsent(row.store(), s -> new StoreCells());
    var cell = store.cells.computeIfAbsent(row.time(), t -> new Cell(row.end()));
    var amount = Math.max(0, row.amount());
    var type = row.usageType();
    if (type.endsWith("Bytes") && type.contains("Out")) {
      cell.bytes += amount;
      store.sameRegionBytes |= type.contains("C3DataTransfer");
    } else if (GETS.contains(row.operation())) {
      cell.gets += amount;
      cell.named = true;
    } else if (COPIES.contains(row.operation())) {
      cell.copies += amount;
    } else if (row.operation().isEmpty() && type.contains("Requests-Tier2")) {
      cell.tierTwo += amount;
    } else {
      return;
    }
    if (cell.rows.size() < SOME) {
      cell.rows.add(row.ref());
    }
  }

  /// The same reports with no logged reads beside them yet.
  synchronized Metering copy() {
    var copy = new Metering();
    stores.forEach(
        (id, from) -> {
          var to = new StoreCells();
          to.sameRegionBytes = from.sameRegionBytes;
          from.cells.forEach((start, cell) -> to.cells.put(start, cell.unlogged()));
          copy.stores.put(id, to);
        });
    return copy;
  }

  /// Whether bytes within the region are metered too; if not, bytes out have no cap.
  synchronized boolean metersSameRegion(ResourceId store) {
    var cells = stores.get(store);
    return cells != null && cells.sameRegionBytes;
  }

  synchronized void logged(ResourceId resource, Instant time, boolean copy, long bytes) {
    var store = stores.get(resource);
    if (store == null) {
      return;
    }
    var entry = store.cells.floorEntry(time);
    if (entry == null || !time.isBefore(entry.getValue().end)) {
      return;
    }
    var cell = entry.getValue();
    if (copy) {
      cell.loggedCopies++;
    } else {
      cell.loggedGets++;
    }
    cell.loggedBytes += Math.max(0, bytes);
  }

  /// The store's spans in order; empty where no report names the store.
  synchronized List<MeteredSpan> spans(ResourceId resource) {
    var store = stores.get(resource);
    if (store == null) {
      return List.of();
    }
    var spans = new ArrayList<MeteredSpan>(store.cells.size());
    store.cells.forEach(
        (from, c) ->
            spans.add(
                new MeteredSpan(
                    new Window(from, c.end),
                    c.named ? c.gets : Math.max(c.gets, c.tierTwo),
                    c.copies,
                    c.bytes,
                    c.loggedGets,
                    c.loggedCopies,
                    c.loggedBytes,
                    c.rows)));
    return spans;
  }
}
