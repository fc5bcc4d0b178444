package io.cofferdam.respond.scope;

import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of instants as windows in order that neither overlap nor touch.
record Spans(List<Window> windows) {
  static final Spans NONE = new Spans(List.of());

  Spans {
    windows = List.copyOf(windows);
  }

  static Spans of(List<Window> any) {
    var sorted = new ArrayList<>(any);
    sorted.removeIf(w -> w.length().isZero());
    sorted.sort(Comparator.comparing(Window::from));
    var merged = new ArrayList<Window>();
    for (var window : sorted) {
      if (!merged.isEmpty() && !window.from().isAfter(merged.getLast().until())) {
        var last = merged.removeLast();
        merged.add(new Window(last.from(), later(last.until(), window.until())));
      } else {
        merged.add(window);
      }
    }
    return new Spans(merged);
  }

  boolean isEmpty() {
    return windows.isEmpty();
  }

  Spans plus(Spans other) {
    var all = new ArrayList<>(windows);
    all.addAll(other.windows);
    return of(all);
  }

  Spans within(Window limit) {
    var cut = new ArrayList<Window>();
    for (var window : windows) {
      if (window.overlaps(limit)) {
        cut.add(
            new Window(
                later(window.from(), limit.from()),
                window.until().isBefore(limit.until()) ? window.until() : limit.until()));
      }
    }
    return of(cut);
  }

  Spans minus(Spans other) {
    var left = new ArrayList<Window>();
    for (var window : windows) {
      var from = window.from();
      for (var hole : other.windows) {
        if (hole.overlaps(window)) {
          if (hole.from().isAfter(from)) {
            left.add(new Window(from, hole.from()));
          }
          from = later(from, hole.until());
        }
      }
      if (from.isBefore(window.until())) {
        left.add(new Window(from, window.until()));
      }
    }
    return of(left);
  }

  boolean overlaps(Window other) {
    return windows.stream().anyMatch(other::overlaps);
  }

  Duration length() {
    return windows.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
  }

  /// The windows in words, at most four of them.
  String words() {
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(4, windows.size()); i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(windows.get(i).from()).append(" to ").append(windows.get(i).until());
    }
    if (windows.size() > 4) {
      text.append(" and ").append(windows.size() - 4).append(" more spans");
    }
    return text.toString();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
