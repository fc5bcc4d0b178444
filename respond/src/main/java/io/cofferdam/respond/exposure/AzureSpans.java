package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What the settings of one container, or of an account, mean over time for those who have no
/// credential: what is proved as far as the logs are stated to be whole, and how it looks.
///
/// The Activity log holds every change of the account. The level of a container can also be set at
/// the account's own endpoint with a key, which only the storage logs tell.
final class AzureSpans {
  static final String NO_ACTIVITY =
      "nothing tells that the whole Activity log is here; `complete-logs` in the data map would";
  static final String NO_WRITES =
      "a container's public access can be set at the account's own endpoint, which only the storage"
          + " logs tell; `complete-logs` in the data map would say that all of them are here";

  private final AzureTimelines certain;
  private final AzureTimelines apparent;
  private final List<Window> activity;
  private final List<Window> endpoint;

  AzureSpans(
      AzureTimelines certain,
      AzureTimelines apparent,
      List<Window> activity,
      List<Window> endpoint) {
    this.certain = certain;
    this.apparent = apparent;
    this.activity = activity;
    this.endpoint = endpoint;
  }

  List<Span> spans(Window period) {
    var edges = new TreeSet<Instant>();
    certain.edges(edges);
    apparent.edges(edges);
    var spans = new ArrayList<Span>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(new AzureSpan(new Window(from, edge)));
      from = edge;
    }
    spans.add(new AzureSpan(new Window(from, period.until())));
    return spans;
  }

  private static boolean hold(List<Window> spans, Window window) {
    return spans.stream()
        .anyMatch(w -> !window.from().isBefore(w.from()) && !window.until().isAfter(w.until()));
  }

  private final class AzureSpan implements Span {
    private final Window window;

    AzureSpan(Window window) {
      this.window = window;
    }

    @Override
    public Window window() {
      return window;
    }

    @Override
    public boolean covered() {
      return hold(activity, window) && hold(endpoint, window);
    }

    @Override
    public String wanting() {
      return hold(activity, window) ? NO_WRITES : NO_ACTIVITY;
    }

    /// Having an account of the provider gives no more than having none.
    @Override
    public Judgement certain(Audience audience) {
      return certain.judge(window);
    }

    @Override
    public Judgement apparent(Audience audience) {
      return apparent.judge(window);
    }

    @Override
    public boolean constant(Audience audience) {
      return covered() && certain.constant(window);
    }
  }

  /// Whether something stays undecided that a statement about the logs would decide.
  static boolean wanting(List<? extends Span> spans, Audience audience) {
    return spans.stream()
        .anyMatch(s -> !s.covered() && s.certain(audience).state() == ExposureState.UNKNOWN);
  }
}
