package io.cofferdam.respond.exposure;

import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.BucketSetting.Existence;
import io.cofferdam.respond.exposure.BucketSetting.Kind;
import io.cofferdam.respond.exposure.Observation.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/// The values of one part over time, as far as the observations and the covered spans prove them.
///
/// INVARIANT: outside covered spans the value is unknown, whatever was seen before, since a change
/// could have been lost. Inside one, a value holds until the next change, and one that was found
/// (not set) held since the span began or since the last change.
final class PartTimeline {
  private final Kind kind;
  private final List<Observation> observations;
  private final List<Window> contradictions = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();

  /// @param changed whether a change ended it, so that it may stay in effect for a while after
  private record Segment(
      Window window, List<BucketSetting> values, List<Observation> told, boolean changed) {}

  /// @param observations of this part of one subject, in any order
  /// @param covered spans in which every change would have been seen, disjoint and in order
  PartTimeline(Kind kind, List<Observation> observations, List<Window> covered) {
    this.kind = kind;
    this.observations =
        observations.stream()
            .filter(o -> o.setting().kind() == kind)
            .sorted(Comparator.comparing(Observation::time).thenComparing(o -> o.key().toString()))
            .toList();
    for (var span : covered) {
      replay(span);
    }
    segments.sort(
        Comparator.comparing((Segment s) -> s.window().from())
            .thenComparing(s -> s.window().until()));
  }

  /// Spans in which a found value contradicts what the changes before it had set.
  List<Window> contradictions() {
    return contradictions;
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
  Piece at(Window span) {
    var values = new LinkedHashSet<BucketSetting>();
    var told = new LinkedHashSet<Observation>();
    var inside = false;
    for (var i = firstThatMatters(span); i < segments.size(); i++) {
      var segment = segments.get(i);
      if (!segment.window().from().isBefore(span.until())) {
        break;
      }
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
    if (!inside) {
      return new Piece(span, List.of(kind.unknown(lastSeen(span.from()))), List.of());
    }
    return new Piece(span, List.copyOf(values), List.copyOf(told));
  }

  /// Segments are disjoint and in order, so their ends are in order too.
  private int firstThatMatters(Window span) {
    var low = 0;
    var high = segments.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (segments.get(middle).window().until().plus(Propagation.EDGE).isAfter(span.from())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private String lastSeen(Instant before) {
    return !observations.isEmpty() && !observations.getFirst().time().isAfter(before)
        ? "was seen, but later changes may be missing from the logs"
        : "was set before the logs begin or outside of them";
  }

  private void replay(Window span) {
    var groups = groups(span);
    var from = span.from();
    var values = before(span, groups);
    var told = values.getFirst().known() ? groups.getFirst().all() : List.<Observation>of();
    // What an unseen change just before the span set may take effect inside it.
    segments.add(
        new Segment(
            new Window(from, from),
            List.of(kind.unknown("a change just before the proved logs begin")),
            List.of(),
            true));
    var anchored = from;
    var previous = values;
    for (var group : groups) {
      var next = group.after(values);
      if (next != null) {
        add(from, group.time(), values, told, !group.creates());
        from = group.time();
        previous = values;
        values = next;
        told = group.all();
      } else if (group.contradicts(values, previous, from)) {
        contradict(anchored, group.time());
        previous = values;
        from = group.time();
        values = group.found();
        told = group.all();
      }
      if (group.changes().isEmpty()) {
        anchored = group.time();
      }
    }
    add(from, span.until(), values, told, false);
  }

  private void add(
      Instant from,
      Instant until,
      List<BucketSetting> values,
      List<Observation> told,
      boolean changed) {
    if (from.isBefore(until)) {
      segments.add(new Segment(new Window(from, until), values, told, changed));
    }
  }

  private void contradict(Instant since, Instant time) {
    var unknown = new Window(since, time);
    contradictions.add(unknown);
    segments.removeIf(s -> !s.window().from().isBefore(since) && !s.window().until().isAfter(time));
    var cut = new ArrayList<Segment>();
    for (var segment : segments) {
      cut.add(
          segment.window().overlaps(unknown)
              ? new Segment(
                  new Window(segment.window().from(), since),
                  segment.values(),
                  segment.told(),
                  true)
              : segment);
    }
    segments.clear();
    segments.addAll(cut);
    add(
        since,
        time,
        List.of(
            kind.unknown(
                "another value was found (AWS Config, a snapshot) than the changes had set")),
        List.of(),
        true);
  }

  /// What held from the start of a covered span to its first observation.
  private List<BucketSetting> before(Window span, List<Group> groups) {
    if (!groups.isEmpty() && span.contains(groups.getFirst().time())) {
      var first = groups.getFirst();
      if (kind == Kind.EXISTENCE) {
        if (first.changes().stream().allMatch(o -> o.basis() == Basis.CREATION)
            && !first.changes().isEmpty()) {
          return List.of(Existence.NO);
        }
        if (!first.changes().isEmpty()
            && first.changes().stream().allMatch(o -> o.setting().equals(Existence.NO))) {
          return List.of(Existence.YES);
        }
      }
      if (first.changes().isEmpty() && first.found().size() == 1) {
        return first.found();
      }
    }
    return List.of(kind.unknown("was set before the logs begin or outside of them"));
  }

  private List<Group> groups(Window span) {
    var groups = new ArrayList<Group>();
    List<Observation> current = new ArrayList<>();
    for (var observation : observations) {
      if (!span.contains(observation.time())) {
        continue;
      }
      if (!current.isEmpty() && !current.getFirst().time().equals(observation.time())) {
        groups.add(new Group(current));
        current = new ArrayList<>();
      }
      current.add(observation);
    }
    if (!current.isEmpty()) {
      groups.add(new Group(current));
    }
    return groups;
  }

  /// Observations of one instant, whose order no log tells.
  private record Group(List<Observation> all) {
    Instant time() {
      return all.getFirst().time();
    }

    List<Observation> changes() {
      return all.stream().filter(o -> o.basis() != Basis.ANCHOR).toList();
    }

    /// Nothing of a bucket that was not there can still be in effect.
    boolean creates() {
      return changes().stream().anyMatch(o -> o.basis() == Basis.CREATION);
    }

    List<BucketSetting> found() {
      return all.stream()
          .filter(o -> o.basis() == Basis.ANCHOR && o.setting().known())
          .map(Observation::setting)
          .distinct()
          .toList();
    }

    /// The values after it, or null where it changes nothing.
    @Nullable List<BucketSetting> after(List<BucketSetting> values) {
      var set = changes().stream().map(Observation::setting).distinct().toList();
      if (!set.isEmpty()) {
        return set;
      }
      var found = found();
      return !found.isEmpty() && values.stream().noneMatch(BucketSetting::known) ? found : null;
    }

    /// Whether it shows a value that cannot be: not the one set, and not the one before it while a
    /// change may still be taking effect.
    boolean contradicts(List<BucketSetting> values, List<BucketSetting> previous, Instant since) {
      if (values.stream().anyMatch(v -> !v.known())) {
        return false;
      }
      var taking = since.plus(Propagation.EDGE).isAfter(time());
      return found().stream()
          .anyMatch(
              f ->
                  values.stream().noneMatch(v -> Sameness.same(v, f))
                      && !(taking
                          && previous.stream().anyMatch(v -> !v.known() || Sameness.same(v, f))));
    }
  }
}
