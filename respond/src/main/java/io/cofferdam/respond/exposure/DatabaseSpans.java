package io.cofferdam.respond.exposure;

import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The spans of one instance between the instants at which something on the way to it may change.
final class DatabaseSpans {
  private final DatabaseTimelines certain;
  private final DatabaseTimelines apparent;
  private final List<Window> covered;

  /// @param covered spans in which every change would have been seen, disjoint and in order
  DatabaseSpans(DatabaseTimelines certain, DatabaseTimelines apparent, List<Window> covered) {
    this.certain = certain;
    this.apparent = apparent;
    this.covered = covered;
  }

  List<DatabaseSpan> spans(Window period) {
    var edges = new TreeSet<Instant>();
    certain.edges(edges);
    apparent.edges(edges);
    var spans = new ArrayList<DatabaseSpan>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(span(new Window(from, edge)));
      from = edge;
    }
    spans.add(span(new Window(from, period.until())));
    return spans;
  }

  private DatabaseSpan span(Window window) {
    boolean within =
        covered.stream()
            .anyMatch(w -> !window.from().isBefore(w.from()) && !window.until().isAfter(w.until()));
    return new DatabaseSpan(window, within, certain, apparent);
  }
}
