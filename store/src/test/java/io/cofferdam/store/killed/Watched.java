package io.cofferdam.store.killed;

import io.cofferdam.respond.spi.journal.Appending;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.respond.spi.journal.CaseJournal;
import io.cofferdam.respond.spi.journal.LedgerOutbox;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import io.cofferdam.respond.spi.timer.Timers;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The real store, ledger and timers, with boundaries before and after each step.
final class Watched {
  private Watched() {}

  record Journal(CaseJournal real, Boundaries boundaries) implements CaseJournal {
    @Override
    public Appending append(
        String caseId, int expectedVersion, List<StoredEvent> events, List<OutboxFact> facts) {
      boundaries.at("before-commit");
      var appending = real.append(caseId, expectedVersion, events, facts);
      boundaries.version(expectedVersion + events.size());
      boundaries.at("after-commit");
      return appending;
    }

    @Override
    public List<StoredEvent> read(String caseId) {
      var events = real.read(caseId);
      boundaries.version(events.size());
      return events;
    }

    @Override
    public List<CaseHead> cases() {
      return real.cases();
    }
  }

  /// The ledger is written between the claim of facts and the note that they are delivered.
  record Outbox(LedgerOutbox real, Boundaries boundaries) implements LedgerOutbox {
    @Override
    public List<OutboxFact> claim(String ledger, int most) {
      var facts = real.claim(ledger, most);
      if (!facts.isEmpty()) {
        boundaries.at("before-ledger");
      }
      return facts;
    }

    @Override
    public void delivered(String ledger, Map<String, Long> indexes) {
      boundaries.at("after-ledger");
      real.delivered(ledger, indexes);
      boundaries.at("after-note");
    }

    @Override
    public long notedSize(String ledger) {
      return real.notedSize(ledger);
    }

    @Override
    public List<String> undelivered(List<String> keys) {
      return real.undelivered(keys);
    }

    @Override
    public long waiting() {
      return real.waiting();
    }
  }

  record Clocks(Timers real, Outside outside, Boundaries boundaries) implements Timers {
    @Override
    public void set(String run, Instant at) {
      boundaries.at("before-timer");
      real.set(run, at);
      note(at.toString());
      boundaries.at("after-timer");
    }

    @Override
    public void clear(String run) {
      boundaries.at("before-timer");
      note(Outside.NO_TIMER);
      real.clear(run);
      boundaries.at("after-timer");
    }

    private void note(String at) {
      if (!outside.last("timer").filter(at::equals).isPresent()) {
        outside.add("timer", at);
      }
    }
  }
}
