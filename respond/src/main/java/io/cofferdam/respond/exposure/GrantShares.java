package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// With whom one snapshot or image was shared over time, as proved and as it looks.
final class GrantShares {
  private static final List<Window> ALL_TIME = List.of(BucketDecider.ALWAYS);

  private final Map<String, ChangeTimeline<Boolean>> certain = new TreeMap<>();
  private final Map<String, ChangeTimeline<Boolean>> apparent = new TreeMap<>();
  private final List<Window> covered;

  /// @param covered spans in which every change would have been seen, disjoint and in order
  GrantShares(List<GrantChange> changes, List<Window> covered) {
    this.covered = covered;
    var grantees = new TreeSet<String>();
    grantees.add(GrantEvents.ALL);
    changes.stream().map(GrantChange::grantee).filter(g -> !g.isEmpty()).forEach(grantees::add);
    grantees.add(""); // whoever no act names
    for (var grantee : grantees) {
      var about =
          changes.stream()
              .filter(c -> c.grantee().isEmpty() || c.grantee().equals(grantee))
              .map(GrantChange::change)
              .toList();
      certain.put(grantee, new ChangeTimeline<>(about, covered));
      apparent.put(grantee, new ChangeTimeline<>(about, ALL_TIME));
    }
  }

  List<Span> spans(Window period) {
    var edges = new TreeSet<Instant>();
    certain.values().forEach(t -> t.edges(edges));
    apparent.values().forEach(t -> t.edges(edges));
    var spans = new ArrayList<Span>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(new ShareSpan(new Window(from, edge)));
      from = edge;
    }
    spans.add(new ShareSpan(new Window(from, period.until())));
    return spans;
  }

  private final class ShareSpan implements Span {
    private final Window window;

    ShareSpan(Window window) {
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
      return judge(certain, audience);
    }

    @Override
    public Judgement apparent(Audience audience) {
      return judge(apparent, audience);
    }

    @Override
    public boolean constant(Audience audience) {
      return covered()
          && certain.values().stream().allMatch(t -> t.at(window).values().size() == 1);
    }

    private Judgement judge(Map<String, ChangeTimeline<Boolean>> timelines, Audience audience) {
      return switch (audience) {
        case Audience.Anyone() ->
            Judgement.of(
                ExposureState.CLOSED, "reaching it takes an account of the provider, by its kind");
        case Audience.AnyAccount() -> share(timelines, GrantEvents.ALL);
        case Audience.ForeignAccount(String account) -> {
          var own = share(timelines, timelines.containsKey(account) ? account : "");
          var all = share(timelines, GrantEvents.ALL);
          yield own.state() == ExposureState.OPEN
              ? own
              : all.state() == ExposureState.OPEN
                  ? all
                  : own.state() == ExposureState.UNKNOWN
                      ? own
                      : all.state() == ExposureState.UNKNOWN ? all : byOrganisation(timelines, own);
        }
      };
    }

    /// A share with an organisation opens to its accounts, and no log tells which these are.
    private Judgement byOrganisation(
        Map<String, ChangeTimeline<Boolean>> timelines, Judgement closed) {
      for (var grantee : timelines.keySet()) {
        if (grantee.startsWith("arn:")
            && share(timelines, grantee).state() != ExposureState.CLOSED) {
          return Judgement.of(
              ExposureState.UNKNOWN,
              "shared with " + grantee + "; whether the account belongs to it was not told");
        }
      }
      return closed;
    }

    private Judgement share(Map<String, ChangeTimeline<Boolean>> timelines, String grantee) {
      var timeline = timelines.get(grantee);
      var held = timeline == null ? null : timeline.at(window);
      if (held == null) {
        return Judgement.of(ExposureState.UNKNOWN, "no act on its shares was seen");
      }
      var states = held.values().stream().map(ShareSpan::state).distinct().toList();
      var reasons = new ArrayList<Reason>();
      for (var change : held.told()) {
        reasons.add(SpanRows.told(change.words(), change.time(), change.principal(), change.ref()));
      }
      if (states.size() > 1) {
        reasons.addFirst(
            Reason.of("a change was taking effect, at a time within minutes that is not known"));
        return new Judgement(ExposureState.UNKNOWN, reasons);
      }
      reasons.add(Reason.of(words(held.values().getFirst())));
      return new Judgement(states.getFirst(), reasons);
    }

    private static ExposureState state(Part<Boolean> value) {
      return switch (value) {
        case Part.Known<Boolean>(Boolean shared) ->
            shared ? ExposureState.OPEN : ExposureState.CLOSED;
        case Part.Absent<Boolean>() -> ExposureState.CLOSED;
        case Part.Unknown<Boolean>(_) -> ExposureState.UNKNOWN;
      };
    }

    private static String words(Part<Boolean> value) {
      return switch (value) {
        case Part.Known<Boolean>(Boolean shared) -> shared ? "the share stood" : "not shared";
        case Part.Absent<Boolean>() -> "it did not exist";
        case Part.Unknown<Boolean>(String why) -> "its shares are not known: " + why;
      };
    }
  }
}
