package io.cofferdam.respond.reads;

import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The usage reports, per store and span, with the logged reads beside them.
///
/// Where a whole report covers an hour and has no row of a read in it, nothing was read
/// ([UsageReport]); an hour that no whole report covers caps nothing. Where several reports tell of
/// the same span, the largest figure counts. Operations and usage types: Amazon S3 User Guide,
/// "Understanding your AWS billing and usage reports for Amazon S3".
final class Metering {
  private static final Set<String> GETS =
      Set.of(
          "GetObject", "GetObjectForRepl", "GetObjectTorrent", "SelectObjectContent", "ReadBlob");
  private static final Set<String> COPIES =
      Set.of("CopyObject", "UploadPartCopy", "CopyObjectPart", "CopyPart");

  /// Requests of the cheap tier, of any storage class: `EUC1-Requests-Tier2`,
  /// `EUC1-Requests-SIA-Tier2`.
  private static final Pattern TIER_TWO = Pattern.compile(".*Requests-([A-Z]+-)?Tier2");

  private final Map<Integer, UsageReport> reports = new HashMap<>();
  private final Map<ResourceId, MeteredStore> stores = new HashMap<>();

  synchronized void add(HourlyUsage row) {
    reports.computeIfAbsent(row.ref().input(), i -> new UsageReport()).add(row);
    if (!row.end().isAfter(row.time()) || UsageReport.isStorage(row)) {
      return;
    }
    var amount = Math.max(0, row.amount());
    var type = row.usageType();
    if (type.endsWith("Bytes") && type.contains("Out")) {
      var store = store(row.store());
      store.bytes(row, amount);
      if (type.contains("C3DataTransfer")) {
        store.metersSameRegion();
      }
    } else if (GETS.contains(row.operation())) {
      store(row.store()).gets(row, amount);
    } else if (COPIES.contains(row.operation())) {
      store(row.store()).copies(row, amount);
    } else if (row.operation().isEmpty() && TIER_TWO.matcher(type).matches()) {
      store(row.store()).tierTwo(row, amount);
    }
  }

  private MeteredStore store(ResourceId id) {
    return stores.computeIfAbsent(id, s -> new MeteredStore());
  }

  /// Part of a report could not be read.
  synchronized void cut(int input) {
    reports.computeIfAbsent(input, i -> new UsageReport()).cut();
  }

  /// The same reports with no logged reads beside them yet; takes no more rows.
  synchronized Metering copy() {
    var copy = new Metering();
    copy.reports.putAll(reports);
    stores.forEach((id, from) -> copy.stores.put(id, from.unlogged()));
    return copy;
  }

  /// Whether bytes within the region are metered too; if not, bytes out have no cap.
  synchronized boolean metersSameRegion(ResourceId store) {
    var metered = stores.get(store);
    return metered != null && metered.sameRegion();
  }

  synchronized void logged(ResourceId resource, Instant time, boolean copy, long bytes) {
    var store = covered(resource);
    if (store != null) {
      store.logged(time, copy, bytes);
    }
  }

  /// The store's metered spans in order, where nothing happened too; empty where no whole report
  /// names the store.
  synchronized List<MeteredSpan> spans(ResourceId resource) {
    var store = covered(resource);
    return store == null ? List.of() : store.spans();
  }

  private @Nullable MeteredStore covered(ResourceId id) {
    var known = stores.get(id);
    if (known != null && known.isCovered()) {
      return known;
    }
    var whole = new HashSet<Integer>();
    var hours = new ArrayList<Window>();
    var longer = new ArrayList<Window>();
    reports.forEach(
        (input, report) -> {
          if (report.meters(id)) {
            whole.add(input);
            report
                .hours()
                .ifPresentOrElse(hours::add, () -> report.longer().ifPresent(longer::add));
          }
        });
    if (known == null && whole.isEmpty()) {
      return null;
    }
    var store = store(id);
    store.cover(whole, hours, longer);
    return store;
  }
}
