package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// A SQLite file in WAL mode. A commit is on the disk when it returns (`synchronous=FULL`); writers
/// wait for each other up to the busy timeout.
///
/// @param most pages at most, or 0
record SqliteDatabase(Path file, int busyMillis, int most) implements Database {
  /// `CFDM`, so that the file of another program is not taken for ours.
  static final int APPLICATION = 0x4346444d;

  private static final int BUSY_MILLIS = 30_000;

  SqliteDatabase(Path file) {
    this(file, BUSY_MILLIS, 0);
  }

  @Override
  public Connection connect() throws SQLException {
    return open(file, false);
  }

  Connection open(Path path, boolean create) throws SQLException {
    var config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.READWRITE);
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setBusyTimeout(busyMillis);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    if (create) {
      config.setApplicationId(APPLICATION);
    }
    if (most > 0) {
      config.setMaxPageCount(most);
    }
    return config.createConnection("jdbc:sqlite:" + path);
  }

  @Override
  public String serialColumn() {
    return "integer primary key autoincrement";
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "blob", "instant", "timestamp", "truth", "bit");
  }

  /// A transaction that writes begins by taking the only lock there is.
  @Override
  public void lockSchema(Connection connection) {}

  @Override
  public boolean duplicate(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY
            || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE);
  }

  @Override
  public boolean gone(SQLException failure) {
    return false;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public CofferdamException translated(SQLException failure) {
    if (!(failure instanceof SQLiteException sqlite)) {
      return new CofferdamException(
          "CFD-STORE-0016",
          ErrorCategory.UNAVAILABLE,
          "the library of SQLite cannot be loaded for the store `" + file + "`",
          "it is unpacked into the temporary folder, where programs must be allowed to run: name"
              + " another by COFFERDAM_JAVA_OPTIONS=-Dorg.sqlite.tmpdir=DIR",
          failure);
    }
    var code = sqlite.getResultCode();
    var name = code.name();
    if (code == SQLiteErrorCode.SQLITE_NOTADB || name.startsWith("SQLITE_CORRUPT")) {
      return damaged("the database says so itself", failure);
    }
    if (code == SQLiteErrorCode.SQLITE_FULL) {
      return new CofferdamException(
          "CFD-STORE-0005",
          ErrorCategory.UNAVAILABLE,
          "the disk of the store `" + file + "` is full: nothing of this was kept",
          "make room, then run it again",
          failure);
    }
    if (name.startsWith("SQLITE_READONLY")
        || name.startsWith("SQLITE_CANTOPEN")
        || name.startsWith("SQLITE_PERM")
        || name.startsWith("SQLITE_AUTH")) {
      return unwritable(failure);
    }
    if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
      return new CofferdamException(
          "CFD-STORE-0007",
          ErrorCategory.UNAVAILABLE,
          "the store `"
              + file
              + "` is in use by another process for longer than `"
              + busyMillis / 1000
              + "` s [free within that time]",
          "end the other process, or wait for it",
          failure);
    }
    return new CofferdamException(
        "CFD-STORE-0008",
        ErrorCategory.UNAVAILABLE,
        "the store `" + file + "` failed: " + words(name),
        "look at the disk and at the folder's file system; a network drive cannot hold the store",
        failure);
  }

  CofferdamException unwritable(Exception cause) {
    return new CofferdamException(
        "CFD-STORE-0006",
        ErrorCategory.NOT_PERMITTED,
        "the store `" + file + "` cannot be opened for writing [a file in a folder of yours]",
        "mend the permissions of the file and its folder, or name another with --store",
        cause);
  }

  CofferdamException damaged(String how, Exception cause) {
    return new CofferdamException(
        "CFD-STORE-0004",
        ErrorCategory.UNAVAILABLE,
        "the store `" + file + "` is damaged: " + how + " [a whole store]",
        "keep it as it is and restore a backup; the ledger beside it holds every event",
        cause);
  }

  private static String words(String code) {
    return code.replace("SQLITE_", "").replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
