package io.cofferdam.posture.predicate.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What one or several trails select together: an event is logged if one selector takes it.
///
/// @param all the selectors
public record EventSelectors(List<EventSelector> all) {
  private static final int MOST_STEPS = 20_000;

  public EventSelectors {
    all = List.copyOf(all);
  }

  /// Those in an answer of GetEventSelectors.
  public static EventSelectors of(JsonNode answer) {
    return new EventSelectors(EventSelector.of(answer));
  }

  public EventSelectors with(EventSelectors others) {
    var both = new ArrayList<>(all);
    both.addAll(others.all());
    return new EventSelectors(both);
  }

  /// Whether some event of a kind slips through all selectors.
  ///
  /// Exact but for its budget: for every selector one condition is chosen that the event fails, and
  /// all these together are solved field by field.
  public Missed missed(EventKind kind) {
    return new Search(touching(kind)).from(0, new EventShape(kind));
  }

  /// Whether any event of a kind is selected.
  public boolean touches(EventKind kind) {
    return !touching(kind).isEmpty();
  }

  private List<EventSelector> touching(EventKind kind) {
    var shape = new EventShape(kind);
    return all.stream()
        .filter(selector -> selector.fields().stream().allMatch(shape::mayPass))
        .toList();
  }

  /// The answer.
  public sealed interface Missed {
    /// Every event of the kind is selected.
    record None() implements Missed {}

    /// This one is not.
    ///
    /// @param words its fields, as far as they matter
    record Event(String words) implements Missed {}

    /// More combinations than were tried.
    record Undecided() implements Missed {}
  }

  private static final class Search {
    private final List<EventSelector> selectors;
    private int steps;
    private boolean undecided;

    Search(List<EventSelector> selectors) {
      this.selectors = selectors;
    }

    Missed from(int at, EventShape shape) {
      if (++steps > MOST_STEPS) {
        return new Missed.Undecided();
      }
      if (at == selectors.size()) {
        return shape.example().<Missed>map(Missed.Event::new).orElseGet(Missed.None::new);
      }
      for (var field : selectors.get(at).fields()) {
        for (var failing : shape.failing(field)) {
          var found = from(at + 1, failing);
          if (found instanceof Missed.Event) {
            return found;
          }
          undecided |= found instanceof Missed.Undecided;
        }
      }
      return undecided ? new Missed.Undecided() : new Missed.None();
    }
  }
}
