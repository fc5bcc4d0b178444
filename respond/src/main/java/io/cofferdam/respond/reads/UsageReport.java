package io.cofferdam.respond.reads;

import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one usage report (one file) covers, so that what has no row in it is known to be zero.
///
/// A report is drawn for one service, for all usage types or one, for all operations or one, and
/// for one unbroken period; it has no row for what was not used (Amazon S3 User Guide, "AWS usage
/// reports for Amazon S3"). So it meters the reads of every bucket that it names, from its first
/// row to its last, if it shows more than one usage type and more than one operation, and if all
/// of it was read. Rows of storage are daily even in an hourly report (same guide, "Understanding
/// your AWS billing and usage reports for Amazon S3"); they name buckets and say nothing of hours.
final class UsageReport {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Set<ResourceId> stores = new HashSet<>();
  private String operation = "";
  private String usageType = "";
  private boolean operations;
  private boolean usageTypes;
  private boolean cut;
  private @Nullable Window hours;
  private @Nullable Window longer;

  void add(HourlyUsage row) {
    stores.add(row.store());
    operations |= !operation.isEmpty() && !operation.equals(row.operation());
    operation = operation.isEmpty() ? row.operation() : operation;
    usageTypes |= !usageType.isEmpty() && !usageType.equals(row.usageType());
    usageType = usageType.isEmpty() ? row.usageType() : usageType;
    if (!row.end().isAfter(row.time()) || isStorage(row)) {
      return;
    }
    if (isHourly(row)) {
      hours = reaching(hours, row.time(), row.end());
    } else {
      longer = reaching(longer, row.time(), row.end());
    }
  }

  /// Part of the file could not be read, so rows may be missing.
  void cut() {
    cut = true;
  }

  /// What lay in the store, not what was done with it: metered by the day.
  static boolean isStorage(HourlyUsage row) {
    return row.usageType().endsWith("ByteHrs") || row.usageType().endsWith("StorageObjectCount");
  }

  static boolean isHourly(HourlyUsage row) {
    return Duration.between(row.time(), row.end()).compareTo(HOUR) <= 0;
  }

  private static Window reaching(@Nullable Window known, Instant from, Instant until) {
    return known == null
        ? new Window(from, until)
        : new Window(
            from.isBefore(known.from()) ? from : known.from(),
            until.isAfter(known.until()) ? until : known.until());
  }

  /// Whether it tells of every read of the store in the span that it covers.
  boolean meters(ResourceId store) {
    return !cut && operations && usageTypes && stores.contains(store);
  }

  /// The span that it meters by the hour.
  Optional<Window> hours() {
    return Optional.ofNullable(hours);
  }

  /// The span of its rows that are longer than an hour.
  Optional<Window> longer() {
    return Optional.ofNullable(longer);
  }
}
