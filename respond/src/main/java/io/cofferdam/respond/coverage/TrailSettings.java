package io.cofferdam.respond.coverage;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.json.Json;
import io.cofferdam.respond.tamper.EventSelectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// What each trail was told to log, and when it was stopped, as events and AWS Config tell it.
final class TrailSettings {

  /// A trail is told by its account and name.
  record Trail(String account, String name) {}

  /// What one event said at one instant.
  private sealed interface Said {
    record Selected(EventSelectors selectors) implements Said {}

    record Stopped() implements Said {}

    record Started() implements Said {}
  }

  private final Map<Trail, Map<Instant, List<Said>>> said = new ConcurrentHashMap<>();

  void add(ApiCall call) {
    if (!call.service().equals("cloudtrail.amazonaws.com") || !call.succeeded()) {
      return;
    }
    var request = Json.parse(call.request());
    var given = Json.any(request, "trailName", "name").asText("");
    var trail = new Trail(call.account(), given.substring(given.lastIndexOf('/') + 1));
    switch (call.action()) {
      case "CreateTrail" -> say(trail, call.time(), new Said.Selected(EventSelectors.OF_NEW_TRAIL));
      case "PutEventSelectors" ->
          say(trail, call.time(), new Said.Selected(EventSelectors.read(request)));
      case "StopLogging", "DeleteTrail" -> say(trail, call.time(), new Said.Stopped());
      case "StartLogging" -> say(trail, call.time(), new Said.Started());
      default -> {}
    }
  }

  void add(ConfigurationItem item) {
    if (!item.resourceType().equals("AWS::CloudTrail::Trail")) {
      return;
    }
    for (var text : List.of(item.configuration(), item.supplementary())) {
      var setting = Json.parse(text);
      if (setting.hasNonNull("eventSelectors") || setting.hasNonNull("advancedEventSelectors")) {
        var name = Json.any(setting, "name", "Name").asText("");
        if (name.isEmpty()) {
          name = item.resourceId();
        }
        say(
            new Trail(item.account(), name.substring(name.lastIndexOf('/') + 1)),
            item.time(),
            new Said.Selected(EventSelectors.read(setting)));
        return;
      }
    }
  }

  private void say(Trail trail, Instant time, Said what) {
    said.computeIfAbsent(trail, _ -> new ConcurrentSkipListMap<>())
        .merge(
            time,
            List.of(what),
            (one, other) -> {
              var both = new ArrayList<>(one);
              other.stream().filter(o -> !both.contains(o)).forEach(both::add);
              return both;
            });
  }

  /// Spans in which the trail was stopped.
  List<Window> stopped(Trail trail, Instant end) {
    var spans = new ArrayList<Window>();
    Instant since = null;
    for (var entry : said.getOrDefault(trail, Map.of()).entrySet()) {
      if (entry.getValue().contains(new Said.Stopped())) {
        since = since == null ? entry.getKey() : since;
      } else if (since != null && entry.getValue().contains(new Said.Started())) {
        spans.add(new Window(since, entry.getKey()));
        since = null;
      }
    }
    if (since != null && since.isBefore(end)) {
      spans.add(new Window(since, end));
    }
    return spans;
  }

  /// The selectors in force, by span, as far as a complete log of the trail's home region proves
  /// that they did not change.
  ///
  /// @param home spans in which every change of the trail would have been seen
  /// @param shown instants, in order, at which a logged change shows that changes were logged
  Map<Window, EventSelectors> selected(Trail trail, List<Window> home, List<Instant> shown) {
    var selected = new HashMap<Window, EventSelectors>();
    for (var span : home) {
      var points = new TreeMap<Instant, EventSelectors>();
      for (var entry : said.getOrDefault(trail, Map.of()).entrySet()) {
        if (span.contains(entry.getKey())) {
          at(entry.getValue()).ifPresent(s -> points.put(entry.getKey(), s));
        }
      }
      shown.stream()
          .filter(span::contains)
          .findFirst()
          .filter(first -> points.isEmpty() || first.isBefore(points.firstKey()))
          .ifPresent(first -> points.put(first, EventSelectors.OF_NEW_TRAIL));
      Window open = null;
      EventSelectors current = null;
      for (var point : points.entrySet()) {
        if (open != null && current != null && open.from().isBefore(point.getKey())) {
          selected.put(new Window(open.from(), point.getKey()), current);
        }
        open = new Window(point.getKey(), span.until());
        current = point.getValue();
      }
      if (open != null && current != null) {
        selected.put(open, current);
      }
    }
    return selected;
  }

  /// Two different selectors in one second leave open which holds: neither is taken to log what the
  /// other does not.
  private static Optional<EventSelectors> at(List<Said> what) {
    EventSelectors all = null;
    for (var one : what) {
      if (one instanceof Said.Selected(EventSelectors selectors)) {
        all =
            all == null
                ? selectors
                : new EventSelectors(
                    all.managementWrites() && selectors.managementWrites(),
                    all.someData() && selectors.someData(),
                    all.readsOf().stream().filter(selectors.readsOf()::contains).toList());
      }
    }
    return Optional.ofNullable(all);
  }
}
