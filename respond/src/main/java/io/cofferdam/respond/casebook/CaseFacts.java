package io.cofferdam.respond.casebook;

import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the ledger is told of an event: who in which role, which event of which case; the event
/// itself is the payload, which can be erased.
final class CaseFacts {
  /// The type of a ledger entry that tells of an event.
  static final String TYPE = "case-event";

  private CaseFacts() {}

  static StoredEvent stored(CaseEvent event) {
    return new StoredEvent(CaseEventJson.kind(event), event.at(), CaseEventJson.encode(event));
  }

  /// A fact of its own each time it is asked for: another event under the same number is another
  /// fact. The key stays in the ledger for ever, so nothing of the event is in it: of a hash its
  /// content could be guessed after it was erased.
  ///
  /// @param number of the event in its case
  static OutboxFact fact(CaseFile file, int number, CaseEvent event) {
    var stored = stored(event);
    var key = "event:" + file.id() + ":" + number + ":" + UUID.randomUUID();
    return new OutboxFact(
        key,
        TYPE,
        event.at(),
        actor(file, event.by()),
        List.of(key, "case:" + file.id(), "kind:" + stored.kind()),
        stored.json());
  }

  /// How an event is named in messages and keys: `event 3:case-20260301-0a1b2c3d`.
  static String name(String caseId, int number) {
    return "event " + number + ":" + caseId;
  }

  /// The name of the event that the key of a fact is for; the key itself where it is for none.
  static String event(String key) {
    var parts = key.split(":", -1);
    return parts.length == 4 ? "event " + parts[2] + ":" + parts[1] : key;
  }

  private static String actor(CaseFile file, Actor by) {
    return switch (by) {
      case Actor.Machine machine -> machine.name();
      case Actor.Person(var id) ->
          file.active(id)
              .map(
                  person ->
                      person.roles().stream().map(Worded::word).collect(Collectors.joining("+")))
              .orElse("not-enrolled");
    };
  }
}
