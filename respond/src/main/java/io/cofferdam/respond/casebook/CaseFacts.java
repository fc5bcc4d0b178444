package io.cofferdam.respond.casebook;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /// @param number of the event in its case
  static OutboxFact fact(CaseFile file, int number, CaseEvent event) {
    var stored = stored(event);
    var key = key(file.id().value(), number, stored.json());
    return new OutboxFact(
        key,
        TYPE,
        event.at(),
        actor(file, event.by()),
        List.of(key, "case:" + file.id(), "kind:" + stored.kind()),
        stored.json());
  }

  /// Of number and content, so that another event under the same number is another fact.
  static String key(String caseId, int number, String json) {
    var hash = Hash.sha256(json.getBytes(StandardCharsets.UTF_8)).hex();
    return "event:" + caseId + ":" + number + ":" + hash.substring(0, 32);
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
