package io.cofferdam.respond.spi.journal;

import java.time.Instant;
import java.util.List;

/// A fact on its way to the ledger.
///
/// @param key its name, so that it is told once: the same key is the same fact. It is one of the
///     `subjects` and holds nothing of the payload
/// @param actor a role or component, never a person's name
/// @param subjects opaque references without line breaks
public record OutboxFact(
    String key, String type, Instant at, String actor, List<String> subjects, String payload) {
  public OutboxFact {
    subjects = List.copyOf(subjects);
  }
}
