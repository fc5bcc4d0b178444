package io.cofferdam.evidence.ledger;

import java.time.Instant;
import java.util.List;

/// Something to be put on record.
///
/// @param type what kind of fact, lower case with dashes: `decision`, `stage`, `input`
/// @param actor a role or component, never a person's name: it stays for ever
/// @param subjects opaque references (`input:3`, `duty:gdpr-33`), never personal data: they stay
/// @param payload the fact itself, usually JSON; kept outside the tree and erasable
public record Fact(String type, Instant time, String actor, List<String> subjects, String payload) {
  public Fact {
    subjects = List.copyOf(subjects);
  }
}
