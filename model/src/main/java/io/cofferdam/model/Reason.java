package io.cofferdam.model;

import io.cofferdam.model.event.EventRef;
import java.util.List;

/// Why something is believed: a sentence a person understands and the events it rests on.
///
/// The text holds no personal data and no secret; it may name resources, principals and addresses.
public record Reason(String text, List<EventRef> events) {
  public Reason {
    events = List.copyOf(events);
  }

  public static Reason of(String text) {
    return new Reason(text, List.of());
  }

  public static Reason of(String text, EventRef event) {
    return new Reason(text, List.of(event));
  }
}
