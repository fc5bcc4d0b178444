package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.ChangeTimeline.Held;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The parts of one resource over time, as proved and as they look.
final class PolicyHistory {
  private static final List<Window> ALL_TIME = List.of(BucketDecider.ALWAYS);
  private static final int STATES_AT_MOST = 64;

  private final ResourceId resource;
  private final String account;
  private final PolicyJudge judge;
  private final List<Window> covered;
  private final Parts certain;
  private final Parts apparent;

  /// @param covered spans in which every change would have been seen, disjoint and in order
  PolicyHistory(
      ResourceId resource,
      String account,
      List<PolicyChange> changes,
      List<Window> covered,
      PolicyJudge judge) {
    this.resource = resource;
    this.account = account;
    this.judge = judge;
    this.covered = covered;
    this.certain = new Parts(changes, covered);
    this.apparent = new Parts(changes, ALL_TIME);
  }

  List<Span> spans(Window period) {
    var edges = new TreeSet<Instant>();
    certain.edges(edges);
    apparent.edges(edges);
    var spans = new ArrayList<Span>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(new PolicySpan(new Window(from, edge)));
      from = edge;
    }
    spans.add(new PolicySpan(new Window(from, period.until())));
    return spans;
  }

  /// A timeline for each part.
  private static final class Parts {
    private final Map<Slot, ChangeTimeline<String>> timelines = new LinkedHashMap<>();
    private final ChangeTimeline<String> others;

    Parts(List<PolicyChange> changes, List<Window> covered) {
      Set<Slot> slots = new LinkedHashSet<>();
      slots.add(new Slot.Policy());
      slots.add(new Slot.FunctionUrl());
      slots.add(new Slot.Disabled());
      slots.add(new Slot.BucketPolicy());
      changes.stream()
          .map(PolicyChange::slot)
          .filter(s -> !s.equals(new Slot.Whole()))
          .forEach(slots::add);
      for (var slot : slots) {
        var about = new ArrayList<Change<String>>();
        for (var change : changes) {
          if (change.slot().equals(slot)) {
            about.add(change.change());
          } else if (change.slot().equals(new Slot.Whole()) && ofItself(slot)) {
            about.add(whole(change.change(), slot));
          }
        }
        timelines.put(slot, new ChangeTimeline<>(about, covered));
      }
      this.others =
          new ChangeTimeline<>(
              changes.stream()
                  .filter(c -> c.slot().equals(new Slot.Whole()))
                  .map(c -> whole(c.change(), new Slot.Item("")))
                  .toList(),
              covered);
    }

    /// Whether the part comes and goes with the resource.
    private static boolean ofItself(Slot slot) {
      return !(slot instanceof Slot.BucketPolicy) && !(slot instanceof Slot.Bucket);
    }

    /// What the making or deletion of the whole does to one part.
    private static Change<String> whole(Change<String> change, Slot slot) {
      var value =
          change.creates() && !slot.equals(new Slot.Policy()) ? Part.known("") : change.value();
      return new Change<>(
          change.time(), value, change.creates(), change.words(), change.principal(), change.ref());
    }

    void edges(NavigableSet<Instant> into) {
      timelines.values().forEach(t -> t.edges(into));
      others.edges(into);
    }

    Map<Slot, Held<String>> at(Window span) {
      var held = new LinkedHashMap<Slot, Held<String>>();
      timelines.forEach((slot, timeline) -> held.put(slot, timeline.at(span)));
      held.put(PolicyState.OTHERS, others.at(span));
      return held;
    }
  }

  private final class PolicySpan implements Span {
    private final Window window;

    PolicySpan(Window window) {
      this.window = window;
    }

    @Override
    public Window window() {
      return window;
    }

    @Override
    public boolean covered() {
      return covered.stream()
          .anyMatch(w -> !window.from().isBefore(w.from()) && !window.until().isAfter(w.until()));
    }

    @Override
    public Judgement certain(Audience audience) {
      return judged(certain.at(window), audience);
    }

    @Override
    public Judgement apparent(Audience audience) {
      return judged(apparent.at(window), audience);
    }

    @Override
    public boolean constant(Audience audience) {
      return covered()
          && certain.at(window).values().stream().allMatch(h -> h.values().size() == 1);
    }

    private Judgement judged(Map<Slot, Held<String>> parts, Audience audience) {
      var told = new LinkedHashSet<Reason>();
      for (var held : parts.values()) {
        for (var change : held.told()) {
          told.add(SpanRows.told(change.words(), change.time(), change.principal(), change.ref()));
        }
      }
      var judgements =
          states(parts).stream()
              .map(s -> judge.judge(resource, account, s, audience))
              .distinct()
              .toList();
      var reasons = new ArrayList<Reason>();
      told.stream().limit(3).forEach(reasons::add);
      if (judgements.isEmpty()) {
        reasons.add(Reason.of("more changes within minutes than can be told apart"));
        return new Judgement(ExposureState.UNKNOWN, reasons);
      }
      if (judgements.stream().map(Judgement::state).distinct().count() > 1) {
        reasons.addFirst(
            Reason.of("a change was taking effect, at a time within minutes that is not known"));
        return new Judgement(ExposureState.UNKNOWN, reasons);
      }
      reasons.addAll(judgements.getFirst().because());
      return new Judgement(judgements.getFirst().state(), reasons);
    }

    /// Every combination of what the parts may hold; none when there are too many.
    private List<PolicyState> states(Map<Slot, Held<String>> parts) {
      var states = List.of(PolicyState.EMPTY);
      for (var part : parts.entrySet()) {
        var next = new ArrayList<PolicyState>();
        for (var state : states) {
          for (var value : part.getValue().values()) {
            next.add(state.with(part.getKey(), value));
          }
        }
        if (next.size() > STATES_AT_MOST) {
          return List.of();
        }
        states = next;
      }
      return states;
    }
  }
}
