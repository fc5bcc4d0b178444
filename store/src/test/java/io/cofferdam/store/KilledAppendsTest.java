package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `soak.seed` and `soak.kills` choose the long run.
@Covers("X-01")
class KilledAppendsTest {
  private static final long SEED = Long.getLong("soak.seed", 20260301);

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void aKilledProcessLosesAndDoublesNothingInSqlite() throws Exception {
    var killed = new KilledAppends(folder.resolve("cases.db").toString(), SEED);
    killed.kill(4);
    assertThat(killed.acknowledged()).isPositive();
  }

  @Test
  @Tag("slow")
  void aKilledProcessLosesAndDoublesNothingInPostgres() throws Exception {
    try (var server = RunningPostgres.start()) {
      var killed =
          new KilledAppends(
              "postgresql://postgres@localhost:" + server.server().getPort() + "/postgres", SEED);
      killed.kill(4);
      assertThat(killed.acknowledged()).isPositive();
    }
  }

  @Test
  @Tag("slow")
  void aKilledProcessTellsTheLedgerEachEventOnce() throws Exception {
    assertThat(recording(4).acknowledged()).isPositive();
  }

  /// Kills processes that put notes on record, and holds journal and ledger against each other.
  private KilledAppends recording(int kills) throws Exception {
    var store = folder.resolve("book/cases.db").toString();
    try (var open = CaseStore.open(StoreAddress.parse(store), CaseStoreContract.NOW)) {
      CaseBookTest.book(open, RecordingProcess.ledger(store))
          .open(CaseBookTest.opened(), List.of());
    }
    var killed =
        new KilledAppends(
            store,
            SEED,
            RecordingProcess.class,
            acknowledged -> {
              var texts = RecordingProcess.texts(store);
              assertThat(texts).containsAll(acknowledged).doesNotHaveDuplicates();
              assertThat(CaseBookTest.keys(RecordingProcess.ledger(store)))
                  .as("each event is in the ledger once")
                  .hasSameSizeAs(texts)
                  .doesNotHaveDuplicates();
            });
    killed.kill(kills);
    return killed;
  }

  @Test
  @Tag("soak")
  void killedManyTimes() throws Exception {
    int kills = Integer.getInteger("soak.kills", 100);
    var sqlite = new KilledAppends(folder.resolve("cases.db").toString(), SEED);
    sqlite.kill(kills);
    try (var server = RunningPostgres.start()) {
      var postgres =
          new KilledAppends(
              "postgresql://postgres@localhost:" + server.server().getPort() + "/postgres", SEED);
      postgres.kill(kills);
      var book = recording(kills);
      // read by scripts/soak.sh
      System.out.printf(
          "seed %d: %d kills each of SQLite, PostgreSQL and SQLite with ledger; %d, %d and %d"
              + " events acknowledged, none lost, none doubled%n",
          SEED, kills, sqlite.acknowledged(), postgres.acknowledged(), book.acknowledged());
    }
  }
}
