package io.cofferdam.app.report.page;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.source.InputSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes reasons with the events they rest on, so that a person can look them up.
public final class Reasons {
  private static final int EVENTS = 4;

  private final Map<Integer, String> paths = new HashMap<>();

  public Reasons(List<InputSummary> inputs) {
    for (var input : inputs) {
      paths.put(input.number(), input.path());
    }
  }

  /// Each reason as one line.
  public List<String> words(List<Reason> reasons) {
    return reasons.stream().map(this::words).toList();
  }

  /// A reason as one line: its text, then some of its events.
  public String words(Reason reason) {
    if (reason.events().isEmpty()) {
      return reason.text();
    }
    var events =
        String.join(", ", reason.events().stream().limit(EVENTS).map(this::event).toList());
    int more = reason.events().size() - EVENTS;
    return reason.text() + " [" + events + (more > 0 ? " and " + more + " more" : "") + "]";
  }

  /// The event's own id where it has one, and always the file and record it stands in.
  public String event(EventRef event) {
    var path = paths.getOrDefault(event.input(), "input " + event.input());
    var place = path.substring(path.lastIndexOf('/') + 1) + " record " + event.record();
    return event.id().isEmpty() ? place : event.id() + " in " + place;
  }
}
