package io.cofferdam.respond.casebook;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.Judged;
import io.cofferdam.respond.spi.journal.Appending;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.respond.spi.journal.CaseJournal;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Cases that are kept. The one way to put something on record.
///
/// INVARIANT: what [#record] answers with [Recording.Recorded] is durable in the journal and in the
/// ledger. Whoever acts on a case records the intent first, and does not act when that throws.
public final class CaseBook {
  private static final int MOST_CONFLICTS = 50;
  private static final int PAUSES = 50;
  private static final long PAUSE_MILLIS = 100;

  private final CaseJournal journal;
  private final LedgerDelivery delivery;
  private final AtomicReference<Optional<LastRead>> lastRead =
      new AtomicReference<>(Optional.empty());

  /// A case as it was read last. What the store still holds word for word is not judged again: the
  /// signatures of a long case take seconds.
  private record LastRead(CaseId id, List<StoredEvent> stored, KeptCase kept) {
    boolean isBeginningOf(CaseId other, List<StoredEvent> now) {
      return id.equals(other)
          && now.size() >= stored.size()
          && now.subList(0, stored.size()).equals(stored);
    }
  }

  public CaseBook(CaseJournal journal, LedgerDelivery delivery) {
    this.journal = journal;
    this.delivery = delivery;
  }

  /// Opens a case, with further events of its first moment.
  public Recording open(CaseEvent.Opened opened, List<CaseEvent> more) {
    var events = new ArrayList<CaseEvent>();
    events.add(opened);
    events.addAll(more);
    return switch (CaseFile.of(events)) {
      case Judged.Refused refused -> new Recording.Refused(refused.words(), refused.hint());
      case Judged.Accepted(var file) -> {
        var facts = facts(file, events);
        yield switch (append(file, 0, events, facts)) {
          case Appending.Conflict _ ->
              new Recording.Refused("there is a case `" + opened.id() + "` already", "");
          case Appending.Appended _ -> told(file, events, facts);
        };
      }
    };
  }

  /// Puts on record what `decide` says in view of the case. When somebody else was faster it is
  /// asked again, in view of what they did; an empty list changes nothing.
  public Recording record(CaseId id, Function<CaseFile, List<CaseEvent>> decide) {
    for (int i = 0; i < MOST_CONFLICTS; i++) {
      var kept = read(id);
      if (kept.isEmpty()) {
        return new Recording.NoSuchCase();
      }
      var before = kept.get().file();
      var events = decide.apply(before);
      if (events.isEmpty()) {
        return told(before, events, List.of());
      }
      switch (before.attempt(events)) {
        case Judged.Refused refused -> {
          return new Recording.Refused(refused.words(), refused.hint());
        }
        case Judged.Accepted(var file) -> {
          var facts = facts(file, events);
          if (append(file, before.version(), events, facts) instanceof Appending.Appended) {
            return told(file, events, facts);
          }
        }
      }
    }
    throw new CofferdamException(
        "CFD-RESPOND-0304",
        ErrorCategory.UNAVAILABLE,
        "case `" + id + "` changed `" + MOST_CONFLICTS + "` times while this was to be added",
        "run it again when others are done");
  }

  /// Puts one event on record.
  public Recording record(CaseId id, CaseEvent event) {
    return record(id, _ -> List.of(event));
  }

  /// The case as it is kept.
  ///
  /// @throws CofferdamException CFD-RESPOND-0301 where what is kept is no case
  public Optional<KeptCase> read(CaseId id) {
    var stored = journal.read(id.value());
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    var before = lastRead.get().filter(last -> last.isBeginningOf(id, stored));
    var from = before.map(last -> last.stored().size()).orElse(0);
    var more = new ArrayList<CaseEvent>();
    for (var each : stored.subList(from, stored.size())) {
      more.add(decode(id, from + more.size() + 1, each));
    }
    return switch (judged(before.map(LastRead::kept), more)) {
      case Judged.Accepted(var file) -> {
        var events = new ArrayList<CaseEvent>();
        before.ifPresent(last -> events.addAll(last.kept().events()));
        events.addAll(more);
        var kept = new KeptCase(file, events);
        lastRead.set(Optional.of(new LastRead(id, stored, kept)));
        yield Optional.of(kept);
      }
      case Judged.Refused refused -> throw damaged(id, refused.number(), refused.words());
    };
  }

  private static Judged judged(Optional<KeptCase> before, List<CaseEvent> more) {
    return before.map(kept -> kept.file().attempt(more)).orElseGet(() -> CaseFile.of(more));
  }

  public List<CaseHead> cases() {
    return journal.cases();
  }

  /// Tells the ledger what has not reached it yet.
  public void deliver() {
    delivery.deliver();
  }

  private Appending append(
      CaseFile file, int before, List<CaseEvent> events, List<OutboxFact> facts) {
    return journal.append(
        file.id().value(), before, events.stream().map(CaseFacts::stored).toList(), facts);
  }

  private static List<OutboxFact> facts(CaseFile after, List<CaseEvent> events) {
    var facts = new ArrayList<OutboxFact>();
    int number = after.version() - events.size();
    for (var event : events) {
      number++;
      facts.add(CaseFacts.fact(after, number, event));
    }
    return facts;
  }

  /// Another machine may have claimed the facts for its ledger: then it is waited for.
  private Recording told(CaseFile file, List<CaseEvent> events, List<OutboxFact> facts) {
    var keys = facts.stream().map(OutboxFact::key).toList();
    delivery.deliver();
    for (int i = 0; !delivery.outbox().undelivered(keys).isEmpty(); i++) {
      if (i == PAUSES) {
        throw new CofferdamException(
            "CFD-RESPOND-0303",
            ErrorCategory.UNAVAILABLE,
            "what was added to case `" + file.id() + "` is kept but not yet in a ledger",
            "another machine took it up and has not finished: look there; do not act before");
      }
      Pause.millis(PAUSE_MILLIS);
      delivery.deliver();
    }
    return new Recording.Recorded(file, events);
  }

  private static CaseEvent decode(CaseId id, int number, StoredEvent stored) {
    try {
      return CaseEventJson.decode(stored.json());
    } catch (IOException e) {
      throw damaged(id, number, String.valueOf(e.getMessage()));
    }
  }

  private static CofferdamException damaged(CaseId id, int number, String words) {
    return new CofferdamException(
        "CFD-RESPOND-0301",
        ErrorCategory.UNAVAILABLE,
        "event `" + number + "` of case `" + id + "` was changed in the store: " + words,
        "the ledger beside the store holds the events as they were; restore the store from a"
            + " backup");
  }
}
