package io.cofferdam.app.cli;

import io.cofferdam.app.map.EstateMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a map comes to, for the terminal.
final class MapSummary {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private MapSummary() {}

  /// The folder named, or one named after the time.
  static Path folder(@Nullable Path out, Clock clock) {
    return out == null ? Path.of("cofferdam-map-" + NAME.format(clock.instant())) : out;
  }

  static void print(EstateMap map, Path folder, PrintWriter out) {
    var count = map.rows().size();
    out.println(
        count == 0
            ? "No workload with a language model was found."
            : count + (count == 1 ? " workload" : " workloads") + " with language models found.");
    if (!map.unknown().isEmpty()) {
      out.println(
          map.unknown().size() + " things could not be read; map.html lists what may be missing.");
    }
    out.println("picture   " + folder.resolve("map.html"));
    out.println("data map  " + folder.resolve("data-map.yaml") + "   a draft: check every guess");
  }
}
