package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.LedgerEntry;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.casebook.CaseBook;
import io.cofferdam.respond.casebook.LedgerDelivery;
import io.cofferdam.respond.casebook.Recording;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseEventJson;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.OpenedFrom;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cases kept in a real store, told to a real ledger.
@Covers({"R-01", "E-01"})
class CaseBookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final CaseId ID = CaseId.of(NOW, new byte[] {1, 2, 3, 4});
  private static final Actor MARA = Actor.person("mara.lind");

  @TempDir Path folder;

  private CaseStore store() {
    return CaseStore.open(new StoreAddress.File(folder.resolve("cases.db")), NOW);
  }

  static SigningKey key() {
    return SigningKey.ofSeed(new byte[32]);
  }

  static CaseBook book(CaseStore store, Path ledger) {
    return new CaseBook(
        store.journal(),
        new LedgerDelivery(store.outbox(), ledger, CaseBookTest::key, Duration.ofSeconds(30)));
  }

  private CaseBook book(CaseStore store) {
    return book(store, folder.resolve("ledger"));
  }

  static CaseEvent.Opened opened() {
    return new CaseEvent.Opened(NOW, MARA, ID, "a public bucket", OpenedFrom.PERSON, "");
  }

  /// The text of a note; of the first event its title.
  static String text(CaseEvent event) {
    return switch (event) {
      case CaseEvent.Noted noted -> noted.text();
      case CaseEvent.Opened opened -> opened.title();
      default -> throw new AssertionError(event);
    };
  }

  static CaseEvent note(String text) {
    return new CaseEvent.Noted(NOW, MARA, text);
  }

  /// The keys of all case events in a ledger, in its order.
  static List<String> keys(Path ledger) throws IOException {
    long size;
    try (var open = FileLedger.open(ledger, key(), new SecureRandom(), Duration.ofSeconds(30))) {
      size = open.checkpoint().size();
    }
    var reader = new LedgerReader(LedgerFiles.in(ledger), size);
    var keys = new ArrayList<String>();
    for (long i = 0; i < reader.bundles(); i++) {
      reader.bundle(
          i,
          (_, bytes, from, length) ->
              keys.add(
                  LedgerEntry.parse(Arrays.copyOfRange(bytes, from, from + length))
                      .subjects()
                      .getFirst()));
    }
    return keys;
  }

  @Test
  void whatIsRecordedIsInTheJournalAndInTheLedger() throws IOException {
    try (var store = store()) {
      var book = book(store);
      assertThat(book.open(opened(), List.of(note("seen by a customer"))))
          .isInstanceOf(Recording.Recorded.class);
      assertThat(book.record(ID, note("second"))).isInstanceOf(Recording.Recorded.class);
      assertThat(book.read(ID).orElseThrow().events())
          .containsExactly(opened(), note("seen by a customer"), note("second"));
      assertThat(store.outbox().waiting()).isZero();
      assertThat(keys(folder.resolve("ledger")))
          .hasSize(3)
          .allMatch(each -> each.startsWith("event:" + ID));
    }
  }

  /// A hash would tell, for ever, whether a guess at an erased event is right.
  @Test
  void theLedgerHoldsNoHashOfAnEvent() throws IOException {
    try (var store = store()) {
      book(store).open(opened(), List.of());
      var event = CaseEventJson.encode(opened()).getBytes(StandardCharsets.UTF_8);
      var start = Hash.sha256(event).hex().substring(0, 16);
      assertThat(keys(folder.resolve("ledger"))).hasSize(1).noneMatch(key -> key.contains(start));
    }
  }

  @Test
  void theLedgerHoldsNoName() throws IOException {
    try (var store = store()) {
      book(store).open(opened(), List.of());
      try (var tiles = Files.walk(folder.resolve("ledger/tile"))) {
        for (var file : tiles.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain("mara", "public bucket");
        }
      }
    }
  }

  @Test
  void whatMayNotHappenIsNotKept() {
    try (var store = store()) {
      var book = book(store);
      assertThat(book.record(ID, note("too early"))).isEqualTo(new Recording.NoSuchCase());
      book.open(opened(), List.of());
      assertThat(book.record(ID, note(" "))).isInstanceOf(Recording.Refused.class);
      assertThat(book.open(opened(), List.of())).isInstanceOf(Recording.Refused.class);
      assertThat(book.read(ID).orElseThrow().events()).hasSize(1);
    }
  }

  @Test
  void whenTheLedgerFailsTheActMustNotHappen() throws IOException {
    Files.writeString(folder.resolve("ledger"), "a file where the ledger should be");
    try (var store = store()) {
      var book = book(store);
      assertThatThrownBy(() -> book.open(opened(), List.of())).isInstanceOf(Exception.class);
      assertThat(store.outbox().waiting()).isEqualTo(1);
      Files.delete(folder.resolve("ledger"));
      book.deliver();
      assertThat(store.outbox().waiting()).isZero();
      assertThat(keys(folder.resolve("ledger"))).hasSize(1);
    }
  }

  @Test
  void anEntryThatWasNotNotedIsFoundAndNotDoubled() throws IOException {
    var ledger = folder.resolve("ledger");
    try (var store = store()) {
      book(store).open(opened(), List.of());
    }
    // A process that appended to the journal, then to the ledger, and died before it noted that.
    try (var store = store();
        var open = FileLedger.open(ledger, key(), new SecureRandom())) {
      var file = folder.resolve("file");
      Files.writeString(file, "");
      assertThatThrownBy(() -> book(store, file).record(ID, note("lost?")))
          .isInstanceOf(CofferdamException.class);
      for (var fact : store.outbox().claim(open.checkpoint().origin(), 10)) {
        open.append(
            new Fact(fact.type(), fact.at(), fact.actor(), fact.subjects(), fact.payload()));
      }
    }
    try (var store = store()) {
      assertThat(store.outbox().waiting()).isEqualTo(1);
      book(store).deliver();
      assertThat(store.outbox().waiting()).isZero();
      assertThat(keys(ledger)).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void twoRespondersAtOnceBothGetThrough() throws Exception {
    try (var store = store()) {
      book(store).open(opened(), List.of());
    }
    try (var threads = Executors.newFixedThreadPool(3)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 3; i++) {
        int number = i;
        all.add(
            threads.submit(
                () -> {
                  try (var store = store()) {
                    for (int n = 0; n < 8; n++) {
                      assertThat(book(store).record(ID, note(number + "-" + n)))
                          .isInstanceOf(Recording.Recorded.class);
                    }
                  }
                }));
      }
      for (var one : all) {
        one.get();
      }
    }
    try (var store = store()) {
      assertThat(book(store).read(ID).orElseThrow().events()).hasSize(25).doesNotHaveDuplicates();
      assertThat(keys(folder.resolve("ledger"))).hasSize(25).doesNotHaveDuplicates();
    }
  }

  @Test
  void anEventThatWasChangedInTheStoreIsTold() throws Exception {
    try (var store = store()) {
      var book = book(store);
      book.open(opened(), List.of(note("a"), note("b")));
      assertThat(book.read(ID).orElseThrow().events()).as("read before").hasSize(3);
      try (var connection = new SqliteDatabase(folder.resolve("cases.db")).connect();
          var statement = connection.createStatement()) {
        for (var change :
            List.of(
                "update cofferdam_case_event set body = 'x' where version = 2",
                "delete from cofferdam_case_event where version = 1")) {
          statement.execute(change);
          assertThatThrownBy(() -> book.read(ID))
              .isInstanceOfSatisfying(
                  CofferdamException.class,
                  e -> assertThat(e.code()).isEqualTo("CFD-RESPOND-0301"));
        }
      }
    }
  }
}
