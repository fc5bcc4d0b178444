package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.casebook.CaseActJournal;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.spi.journal.Appending.Appended;
import io.cofferdam.respond.spi.journal.Appending.Conflict;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every store of cases does, whatever keeps it.
abstract class CaseStoreContract {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000000001Z");
  static final String CASE = "case-20260301-00000001";
  static final String OTHER = "case-20260301-00000002";

  /// Another opening of the same store.
  abstract CaseStore open();

  /// The database behind it.
  abstract Database database();

  static StoredEvent event(String text) {
    return new StoredEvent("noted", NOW, "{\"text\":\"" + text + "\"}");
  }

  static OutboxFact fact(String key) {
    return new OutboxFact(
        key, "case-event", NOW, "incident-lead", List.of(key, "case:x"), "{\"n\":1}");
  }

  @Test
  void whatIsAppendedIsReadInItsOrder() {
    try (var store = open()) {
      var journal = store.journal();
      assertThat(journal.read(CASE)).isEmpty();
      assertThat(journal.append(CASE, 0, List.of(event("a"), event("b")), List.of()))
          .isEqualTo(new Appended(2));
      assertThat(journal.append(CASE, 2, List.of(event("ü 漢 🙂 '; drop table x; --")), List.of()))
          .isEqualTo(new Appended(3));
      assertThat(journal.read(CASE))
          .containsExactly(event("a"), event("b"), event("ü 漢 🙂 '; drop table x; --"));
    }
    try (var again = open()) {
      assertThat(again.journal().read(CASE)).hasSize(3);
    }
  }

  @Test
  void whoKnowsAnotherVersionIsTold() {
    try (var store = open()) {
      var journal = store.journal();
      journal.append(CASE, 0, List.of(event("a")), List.of());
      for (int expected : new int[] {0, 2, 99}) {
        assertThat(journal.append(CASE, expected, List.of(event("x")), List.of(fact("k"))))
            .isEqualTo(new Conflict(1));
      }
      assertThat(journal.read(CASE)).containsExactly(event("a"));
      assertThat(store.outbox().waiting()).isZero();
    }
  }

  @Test
  void casesAreListedByTheirLatestEvent() {
    try (var store = open()) {
      var journal = store.journal();
      assertThat(journal.cases()).isEmpty();
      journal.append(CASE, 0, List.of(event("a")), List.of());
      var later = new StoredEvent("noted", NOW.plusNanos(1), "{}");
      journal.append(OTHER, 0, List.of(event("a"), later), List.of());
      assertThat(journal.cases())
          .containsExactly(new CaseHead(OTHER, 2, NOW.plusNanos(1)), new CaseHead(CASE, 1, NOW));
    }
  }

  @Test
  void factsAreKeptWithTheirEventsAndClaimedOnce() {
    try (var store = open();
        var other = open()) {
      store.journal().append(CASE, 0, List.of(event("a")), List.of(fact("k1"), fact("k2")));
      assertThat(store.outbox().claim("ledger-a", 1)).containsExactly(fact("k1"));
      assertThat(other.outbox().claim("ledger-b", 10)).containsExactly(fact("k2"));
      assertThat(store.outbox().claim("ledger-a", 10)).containsExactly(fact("k1"));
      assertThat(store.outbox().notedSize("ledger-a")).isZero();
      store.outbox().delivered("ledger-a", Map.of("k1", 7L));
      assertThat(store.outbox().notedSize("ledger-a")).isEqualTo(8);
      assertThat(other.outbox().undelivered(List.of("k1", "k2"))).containsExactly("k2");
      assertThat(store.outbox().claim("ledger-a", 10)).isEmpty();
      assertThat(store.outbox().waiting()).isEqualTo(1);
    }
  }

  @Test
  void theIndexOfAnotherLedgerIsNotNoted() {
    try (var store = open()) {
      store.journal().append(CASE, 0, List.of(event("a")), List.of(fact("k1")));
      store.outbox().claim("ledger-a", 1);
      store.outbox().delivered("ledger-b", Map.of("k1", 3L));
      assertThat(store.outbox().undelivered(List.of("k1"))).containsExactly("k1");
    }
  }

  @Test
  void manyWritersLoseNothingAndDoubleNothing() throws Exception {
    int writers = 4;
    int each = 25;
    var kept = new ConcurrentLinkedQueue<String>();
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var all = new ArrayList<Future<?>>();
      for (int w = 0; w < writers; w++) {
        int writer = w;
        all.add(
            threads.submit(
                () -> {
                  try (var store = open()) {
                    for (int i = 0; i < each; i++) {
                      kept.add(appendSomewhere(store, "w" + writer + "-" + i));
                    }
                  }
                }));
      }
      for (var one : all) {
        one.get();
      }
    }
    try (var store = open()) {
      assertThat(store.journal().read(CASE).stream().map(StoredEvent::json).toList())
          .hasSize(writers * each)
          .containsExactlyInAnyOrderElementsOf(kept);
      assertThat(store.outbox().waiting()).isEqualTo(kept.size());
    }
  }

  private static String appendSomewhere(CaseStore store, String text) {
    int version = 0;
    while (true) {
      switch (store.journal().append(CASE, version, List.of(event(text)), List.of(fact(text)))) {
        case Appended _ -> {
          return event(text).json();
        }
        case Conflict(int actual) -> version = actual;
      }
    }
  }

  @Test
  void aNewerStoreIsRefused() throws SQLException {
    open().close();
    try (var connection = database().connect();
        var statement = connection.createStatement()) {
      statement.execute("insert into cofferdam_schema values (99, 'later', 'later')");
    }
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            CofferdamException.class,
            e -> {
              assertThat(e.code()).isEqualTo("CFD-STORE-0003");
              assertThat(e).hasMessageContaining("schema `99`");
            });
  }

  @Test
  void anAppendThatFailsHalfWayLeavesNothing() throws SQLException {
    try (var store = open()) {
      store.journal().append(CASE, 0, List.of(event("a")), List.of());
      try (var connection = database().connect();
          var statement = connection.createStatement()) {
        statement.execute("drop table cofferdam_outbox");
      }
      assertThatThrownBy(
              () -> store.journal().append(CASE, 1, List.of(event("b")), List.of(fact("k"))))
          .isInstanceOf(CofferdamException.class);
      assertThat(store.journal().read(CASE)).containsExactly(event("a"));
    }
  }

  @Test
  void manyOpeningsAtOnceMakeOneStore() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var all = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 6; i++) {
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  try (var store = open()) {
                    store.journal().append(CASE + number, 0, List.of(event("a")), List.of());
                    return number;
                  }
                }));
      }
      for (var one : all) {
        one.get();
      }
    }
    try (var store = open()) {
      assertThat(store.journal().cases()).hasSize(6);
    }
  }

  /// What happens to acts is among the events of their case.
  @Test
  void eventsOfActsAreReplayedAndOfTwoRespondersOneIsOutpaced(@TempDir Path folder)
      throws Exception {
    var begun = new ActEvent.Begun(NOW, 0);
    var settled =
        new ActEvent.Settled(
            NOW, 0, ActEvent.How.MADE, List.of(IntNode.valueOf(7), NullNode.getInstance()));
    var halted = new ActEvent.Halted(NOW, 1, "ü 漢 \u001b[2J '; drop table x; --");
    try (var store = open()) {
      var book = CaseBookTest.book(store, folder.resolve("ledger"));
      book.open(CaseBookTest.opened(), List.of());
      var one = journal(book, "C1");
      var other = journal(book, "C2");
      assertThat(one.append(0, begun)).isTrue();
      assertThat(other.append(0, halted)).isTrue();
      assertThat(one.append(1, settled)).isTrue();
      assertThat(one.append(1, halted)).as("somebody else was faster").isFalse();
      assertThat(store.outbox().waiting()).isZero();
    }
    try (var store = open();
        var second = open();
        var threads = Executors.newFixedThreadPool(2)) {
      var book = CaseBookTest.book(store, folder.resolve("ledger"));
      assertThat(journal(book, "C1").events()).containsExactly(begun, settled);
      assertThat(journal(book, "C2").events()).containsExactly(halted);
      var elsewhere = CaseBookTest.book(second, folder.resolve("ledger"));
      var mine = threads.submit(() -> journal(book, "C1").append(2, halted));
      var theirs = threads.submit(() -> journal(elsewhere, "C1").append(2, halted));
      assertThat(List.of(mine.get(), theirs.get())).containsExactlyInAnyOrder(true, false);
      assertThat(journal(book, "C1").events()).hasSize(3);
    }
  }

  private static CaseActJournal journal(CaseBook book, String act) {
    return new CaseActJournal(book, CaseBookTest.ID, act, Actor.person("mara.lind"));
  }

  @Test
  void whatTheLedgerDoesNotTakeIsNotAnnounced(@TempDir Path folder) throws Exception {
    try (var store = open()) {
      var book = CaseBookTest.book(store, folder.resolve("ledger"));
      book.open(CaseBookTest.opened(), List.of());
      Files.delete(folder.resolve("ledger/checkpoint"));
      assertThatThrownBy(() -> journal(book, "C1").append(0, new ActEvent.Begun(NOW, 0)))
          .isInstanceOf(CofferdamException.class);
    }
  }
}
