package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/// One act that changed, or observation that fixed, who may reach a resource.
///
/// @param words what it did, for people: `shared with account 111122223333`
/// @param principal who did it, empty for an observation
/// @param effect what it says it does for outsiders; whether they then get in is decided elsewhere
/// @param outsiders whom outside the company's own accounts it names, empty when nobody
public record ConfigurationChange(
    Instant time,
    ResourceId resource,
    String words,
    String principal,
    Effect effect,
    List<Audience> outsiders,
    EventRef event) {
  public ConfigurationChange {
    outsiders = List.copyOf(outsiders);
  }

  /// What an act says it does for outsiders.
  public enum Effect {
    /// It lets somebody outside in, or names them in what is to let them in.
    GIVES("gives"),
    /// It takes back what was given to somebody outside.
    TAKES_BACK("takes back"),
    /// It names nobody outside.
    OTHER("other");

    private final String words;

    Effect(String words) {
      this.words = words;
    }

    /// As it is written in `report.json`.
    public String words() {
      return words;
    }
  }
}
