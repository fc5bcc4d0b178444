package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.fetch.LogCloud.Ask;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the objects of a source whose keys tell a day that is asked for.
final class BucketListing {
  private static final Pattern BY_FOLDER = Pattern.compile("/(\\d{4})/(\\d{1,2})/(\\d{1,2})/");
  private static final Pattern BY_NAME =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})-\\d{2}-\\d{2}-\\d{2}-[0-9A-F]+");
  private static final Pattern INVENTORY =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})T\\d{2}-\\d{2}Z/manifest\\.(json|checksum)");

  private final LogCloud cloud;
  private final LocalDate first;
  private final LocalDate last;

  BucketListing(LogCloud cloud, LocalDate first, LocalDate last) {
    this.cloud = cloud;
    this.first = first;
    this.last = last;
  }

  /// The names of the folders below a prefix, with a slash at the end.
  List<String> folders(String what, String bucket, String prefix) {
    var folders = new ArrayList<String>();
    cloud.pages(
        what,
        list(Map.of("Bucket", bucket, "Prefix", prefix, "Delimiter", "/")),
        "NextContinuationToken",
        page -> {
          page.path("CommonPrefixes")
              .forEach(
                  each -> folders.add(each.path("Prefix").asText().substring(prefix.length())));
          return true;
        });
    return folders;
  }

  List<LogUnit> units(LogSource source) {
    var units = new ArrayList<LogUnit>();
    switch (source.kind()) {
      case "s3-access" -> ordered(source, source.prefix(), "%d-%02d-%02d", BY_NAME, units);
      case "config" -> byMonth(source, units);
      case "s3-inventory" -> inventory(source, units);
      default -> ordered(source, source.prefix(), "%d/%02d/%02d", BY_FOLDER, units);
    }
    return units;
  }

  /// Keys that sort by day: the asking begins at the first day and ends after the last.
  private void ordered(
      LogSource source, String base, String day, Pattern pattern, List<LogUnit> units) {
    var after = last.plusDays(1);
    var end = base + day.formatted(after.getYear(), after.getMonthValue(), after.getDayOfMonth());
    var start = base + day.formatted(first.getYear(), first.getMonthValue(), first.getDayOfMonth());
    cloud.pages(
        source.words(),
        list(Map.of("Bucket", source.at(), "Prefix", base, "StartAfter", start)),
        "NextContinuationToken",
        page -> {
          var more = true;
          for (var object : page.path("Contents")) {
            more = object.path("Key").asText().compareTo(end) < 0;
            if (more) {
              unit(source, base, pattern, object, units::add);
            }
          }
          return more;
        });
  }

  /// Months and days without leading noughts do not sort, so each month is asked for.
  private void byMonth(LogSource source, List<LogUnit> units) {
    for (var month = YearMonth.from(first);
        !month.isAfter(YearMonth.from(last));
        month = month.plusMonths(1)) {
      var base = source.prefix() + month.getYear() + "/" + month.getMonthValue() + "/";
      cloud.pages(
          source.words(),
          list(Map.of("Bucket", source.at(), "Prefix", base)),
          "NextContinuationToken",
          page -> {
            page.path("Contents")
                .forEach(each -> unit(source, source.prefix(), BY_FOLDER, each, units::add));
            return true;
          });
    }
  }

  /// The manifests of the days asked for and of the week before, and all data files: their names
  /// tell no day.
  private void inventory(LogSource source, List<LogUnit> units) {
    cloud.pages(
        source.words(),
        list(Map.of("Bucket", source.at(), "Prefix", source.prefix())),
        "NextContinuationToken",
        page -> {
          for (var object : page.path("Contents")) {
            var key = object.path("Key").asText();
            if (key.startsWith(source.prefix() + "data/")) {
              units.add(unit(source, object, last));
            } else {
              var day = day(INVENTORY, key.substring(source.prefix().length()));
              if (day != null && !day.isBefore(first.minusDays(7)) && !day.isAfter(last)) {
                units.add(unit(source, object, day));
              }
            }
          }
          return true;
        });
  }

  private void unit(
      LogSource source, String base, Pattern pattern, JsonNode object, Consumer<LogUnit> to) {
    var key = object.path("Key").asText();
    var at = Math.max(0, base.endsWith("/") ? base.length() - 1 : base.length());
    var day = day(pattern, key.substring(Math.min(at, key.length())));
    if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
      to.accept(unit(source, object, day));
    }
  }

  private static LogUnit unit(LogSource source, JsonNode object, LocalDate day) {
    return new LogUnit(
        source,
        day,
        object.path("Key").asText(),
        object.path("ETag").asText().replace("\"", ""),
        object.path("Size").asLong(-1));
  }

  private static @Nullable LocalDate day(Pattern pattern, String key) {
    var matcher = pattern.matcher(key);
    try {
      return matcher.find()
          ? LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)))
          : null;
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  private static Ask list(Map<String, String> with) {
    return new Ask("", "s3", "ListObjectsV2", new TreeMap<>(with), "ContinuationToken");
  }
}
