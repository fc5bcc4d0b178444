package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.spi.journal.CaseJournal;
import io.cofferdam.respond.spi.journal.LedgerOutbox;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A store of cases: a SQLite file, or a PostgreSQL database. Several processes may have it open.
public final class CaseStore implements AutoCloseable {
  private final Transactions transactions;
  private final CaseJournal journal;
  private final LedgerOutbox outbox;
  private final Database database;

  private CaseStore(Database database, Transactions transactions) {
    this.transactions = transactions;
    this.database = database;
    this.journal = new JdbcCaseJournal(transactions, database);
    this.outbox = new JdbcLedgerOutbox(transactions);
  }

  /// Opens the store, making the file or the tables where there are none.
  ///
  /// @param now stands in the record of the schema
  /// @throws CofferdamException CFD-STORE-0003 where it is newer than this program, and others
  ///     where it cannot be reached, is damaged or is none
  public static CaseStore open(StoreAddress address, Instant now) {
    return switch (address) {
      case StoreAddress.File(var path) -> open(new SqliteDatabase(path), now);
      case StoreAddress.Postgres postgres -> open(new PostgresDatabase(postgres), now);
    };
  }

  static CaseStore open(Database database, Instant now) {
    if (database instanceof SqliteDatabase sqlite) {
      new SqliteFile(sqlite).prepare(now);
    }
    var transactions = new Transactions(database);
    try {
      transactions.write(
          connection -> {
            Migrations.apply(connection, database, now);
            return Migrations.newest();
          });
    } catch (CofferdamException e) {
      transactions.close();
      throw e;
    }
    return new CaseStore(database, transactions);
  }

  public CaseJournal journal() {
    return journal;
  }

  public LedgerOutbox outbox() {
    return outbox;
  }

  /// Timers that are kept in this store; they ring only while what is returned is open.
  ///
  /// @param now the time; where it goes back, timers ring as if it had not
  /// @param ring gets the run that is to be looked at; what it throws is tried again
  public StoredTimers timers(Supplier<Instant> now, Consumer<String> ring) {
    return new StoredTimers(database, now, ring);
  }

  @Override
  public void close() {
    transactions.close();
  }
}
