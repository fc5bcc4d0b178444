package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/// The values of one setting over time, as far as the changes and the covered spans prove them.
///
/// INVARIANT: outside covered spans the value is unknown, whatever was seen before, since a change
/// could have been lost. Inside one, a value holds until the next change, and stays possible for a
/// while after it.
///
/// @param <V> the setting's values
final class ChangeTimeline<V> {
  private final List<Segment<V>> segments = new ArrayList<>();

  /// @param changed whether a change ended it, so that it may stay in effect for a while after
  private record Segment<V>(
      Window window, List<Part<V>> values, List<Change<V>> told, boolean changed) {}

  /// What may hold in a span.
  ///
  /// @param values one, or several while a change takes effect; absent is: the resource was not
  ///     there
  /// @param told the changes that the values rest on
  record Held<V>(List<Part<V>> values, List<Change<V>> told) {
    Held {
      values = List.copyOf(values);
      told = List.copyOf(told);
    }
  }

  /// @param changes of one setting of one resource, in any order
  /// @param covered spans in which every change would have been seen, disjoint and in order
  ChangeTimeline(List<Change<V>> changes, List<Window> covered) {
    NavigableMap<Instant, List<Change<V>>> byTime = new TreeMap<>();
    for (var change : changes) {
      byTime.computeIfAbsent(change.time(), _ -> new ArrayList<>()).add(change);
    }
    for (var span : covered) {
      replay(span, byTime.subMap(span.from(), true, span.until(), false));
    }
    segments.sort(
        Comparator.comparing((Segment<V> s) -> s.window().from())
            .thenComparing(s -> s.window().until()));
  }

  /// The instants at which the answer may change.
  void edges(NavigableSet<Instant> into) {
    for (var segment : segments) {
      into.add(segment.window().from());
      into.add(segment.window().until());
      into.add(segment.window().from().plus(Propagation.EDGE));
      into.add(segment.window().until().plus(Propagation.EDGE));
    }
  }

  /// The values possible in a span that no edge lies inside of.
  Held<V> at(Window span) {
    var values = new LinkedHashSet<Part<V>>();
    var told = new LinkedHashSet<Change<V>>();
    var inside = false;
    for (var segment : segments) {
      if (segment.window().overlaps(span)) {
        values.addAll(segment.values());
        told.addAll(segment.told());
        inside = true;
      } else if (segment.changed()
          && !segment.window().until().isAfter(span.from())
          && segment.window().until().plus(Propagation.EDGE).isAfter(span.from())) {
        values.addAll(segment.values());
      }
    }
    return inside
        ? new Held<>(List.copyOf(values), List.copyOf(told))
        : new Held<>(List.of(unset()), List.of());
  }

  private static <V> Part<V> unset() {
    return Part.unknown("was set before the logs begin or outside of them");
  }

  private void replay(Window span, NavigableMap<Instant, List<Change<V>>> changes) {
    // What an unseen change just before the span set may take effect inside it.
    segments.add(
        new Segment<>(
            new Window(span.from(), span.from()),
            List.of(Part.unknown("a change just before the proved logs begin")),
            List.of(),
            true));
    var from = span.from();
    List<Part<V>> values =
        !changes.isEmpty() && changes.firstEntry().getValue().stream().allMatch(Change::creates)
            ? List.of(Part.absent())
            : List.of(unset());
    List<Change<V>> told = List.of();
    for (var group : changes.entrySet()) {
      var creates = group.getValue().stream().anyMatch(Change::creates);
      add(from, group.getKey(), values, told, !creates);
      from = group.getKey();
      values = group.getValue().stream().map(Change::value).distinct().toList();
      told = group.getValue();
    }
    add(from, span.until(), values, told, false);
  }

  private void add(
      Instant from, Instant until, List<Part<V>> values, List<Change<V>> told, boolean changed) {
    if (from.isBefore(until)) {
      segments.add(new Segment<>(new Window(from, until), values, told, changed));
    }
  }
}
