package io.cofferdam.respond.coverage;

import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Set operations on lists of windows. Results are in order, disjoint, not adjacent, not empty.
public final class Spans {
  private Spans() {}

  public static List<Window> union(List<Window> windows) {
    var sorted = new ArrayList<>(windows);
    sorted.removeIf(w -> w.length().isZero());
    sorted.sort(Comparator.comparing(Window::from).thenComparing(Window::until));
    var joined = new ArrayList<Window>();
    for (var window : sorted) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || last.until().isBefore(window.from())) {
        joined.add(window);
      } else if (last.until().isBefore(window.until())) {
        joined.set(joined.size() - 1, new Window(last.from(), window.until()));
      }
    }
    return joined;
  }

  /// Whether some window holds the instant.
  public static boolean contain(List<Window> windows, Instant instant) {
    return windows.stream().anyMatch(w -> w.contains(instant));
  }

  /// What is in both.
  public static List<Window> intersection(List<Window> ones, List<Window> others) {
    var left = union(ones);
    var right = union(others);
    var both = new ArrayList<Window>();
    var i = 0;
    var j = 0;
    while (i < left.size() && j < right.size()) {
      var from = later(left.get(i).from(), right.get(j).from());
      var until = earlier(left.get(i).until(), right.get(j).until());
      if (from.isBefore(until)) {
        both.add(new Window(from, until));
      }
      if (left.get(i).until().isBefore(right.get(j).until())) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  /// What is in the first and not in the second.
  public static List<Window> minus(List<Window> windows, List<Window> holes) {
    var rest = new ArrayList<Window>();
    var cut = union(holes);
    for (var window : union(windows)) {
      var from = window.from();
      for (var hole : cut) {
        if (!hole.overlaps(new Window(from, window.until()))) {
          continue;
        }
        if (from.isBefore(hole.from())) {
          rest.add(new Window(from, hole.from()));
        }
        from = later(from, hole.until());
        if (!from.isBefore(window.until())) {
          break;
        }
      }
      if (from.isBefore(window.until())) {
        rest.add(new Window(from, window.until()));
      }
    }
    return rest;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
