package io.cofferdam.drill.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.score.Score.Figure;
import io.cofferdam.drill.score.Score.Part;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.drill.truth.Truth.ExposureTruth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Compares windows: what stood open must lie within what the report calls open or unknown, and
/// what it calls open must have stood open, give or take the time that changes take. The report
/// answers for its own period, which ends with the last event it was given.
final class WindowScore {
  private static final Duration SLACK = Duration.ofMinutes(15);

  private record Span(String resource, Instant from, Instant until, boolean open) {}

  private WindowScore() {}

  static Part of(Truth truth, JsonNode report) {
    var spans = spans(report.path("exposures"));
    var known =
        new Span(
            "",
            instant(report.path("period").path("from"), truth.from()),
            instant(report.path("period").path("until"), truth.until()),
            false);
    var notes = new ArrayList<String>();
    int contained = 0;
    int found = 0;
    long seconds = 0;
    for (var opening : truth.exposures()) {
      var own = spans.stream().filter(s -> s.resource().equals(opening.resource())).toList();
      if (covers(
          own, later(opening.from(), known.from()), earlier(end(truth, opening), known.until()))) {
        contained++;
      } else if (!opening.waitsForAccess()) {
        notes.add(opening.resource() + ": not wholly within open or unknown spans");
      } else {
        contained++;
      }
      if (own.stream().anyMatch(s -> s.open() && overlaps(s, opening, truth))) {
        found++;
      }
      seconds += own.stream().mapToLong(s -> clipped(s, truth)).sum();
    }
    int wrong = 0;
    for (var span : spans) {
      if (span.open() && !inTruth(span, truth)) {
        wrong++;
        notes.add(span.resource() + ": called open from " + span.from() + ", but it was not");
      }
    }
    long decided = truth.exposures().stream().filter(e -> !e.waitsForAccess()).count();
    boolean foundAll = found >= decided || !truth.flags().complete();
    if (!foundAll) {
      notes.add("an opening is not called open");
    }
    return new Part(
        "windows",
        contained == truth.exposures().size() && wrong == 0 && foundAll,
        List.of(
            new Figure("openings", truth.exposures().size()),
            new Figure("found", found),
            new Figure("contained", contained),
            new Figure("wrong", wrong),
            new Figure("hours-open-or-unknown", seconds / 3600.0)),
        notes);
  }

  private static List<Span> spans(JsonNode exposures) {
    var spans = new ArrayList<Span>();
    for (var node : exposures) {
      var state = node.path("state").asText().toUpperCase(Locale.ROOT);
      if (state.equals("OPEN") || state.equals("UNKNOWN")) {
        spans.add(
            new Span(
                node.path("resource").asText(),
                instant(node.path("from"), Instant.MIN),
                instant(node.path("until"), Instant.MAX),
                state.equals("OPEN")));
      }
    }
    spans.sort(Comparator.comparing(Span::from));
    return spans;
  }

  private static Instant instant(JsonNode node, Instant missing) {
    try {
      return node.isTextual() ? Instant.parse(node.asText()) : missing;
    } catch (DateTimeException notATime) {
      return missing;
    }
  }

  private static Instant end(Truth truth, ExposureTruth opening) {
    var until = opening.until();
    return until == null ? truth.until() : until;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Whether the spans together leave no gap in `[from, until)`.
  private static boolean covers(List<Span> spans, Instant from, Instant until) {
    var reached = from;
    for (var span : spans) {
      if (!span.from().isAfter(reached) && span.until().isAfter(reached)) {
        reached = span.until();
      }
    }
    return !reached.isBefore(until);
  }

  private static boolean overlaps(Span span, ExposureTruth opening, Truth truth) {
    return span.from().isBefore(end(truth, opening)) && opening.from().isBefore(span.until());
  }

  private static boolean inTruth(Span span, Truth truth) {
    return truth.exposures().stream()
        .filter(opening -> opening.resource().equals(span.resource()))
        .anyMatch(
            opening ->
                !span.from().isBefore(opening.from().minus(SLACK))
                    && (opening.until() == null
                        || !span.until().isAfter(opening.until().plus(SLACK))));
  }

  private static long clipped(Span span, Truth truth) {
    var from = span.from().isBefore(truth.from()) ? truth.from() : span.from();
    var until = span.until().isAfter(truth.until()) ? truth.until() : span.until();
    return Math.max(0, Duration.between(from, until).toSeconds());
  }
}
