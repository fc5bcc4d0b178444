package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;

/// The file of a SQLite store: made whole or not at all, readable by its owner alone, and checked
/// before it is used.
///
/// A new store is made under another name and then linked into place, so that a file of that
/// name is never an unfinished one: what is empty or cut off was whole once.
final class SqliteFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final SqliteDatabase database;
  private final Path file;

  SqliteFile(SqliteDatabase database) {
    this.database = database;
    this.file = database.file();
  }

  /// Makes the file if there is none, and checks it if there is one.
  void prepare(Instant now) {
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        make(now);
      }
      check();
    } catch (IOException e) {
      throw database.unwritable(e);
    }
  }

  private void make(Instant now) throws IOException {
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var unfinished = file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
    Files.createFile(unfinished, ownerOnly());
    try {
      try (var connection = database.open(unfinished, true)) {
        connection.setAutoCommit(false);
        Migrations.apply(connection, database, now);
        connection.commit();
      }
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // Another process made one meanwhile: that one is used.
    } catch (SQLException e) {
      throw database.translated(e);
    } finally {
      for (var ending : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ending));
      }
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private boolean posix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private void check() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw foreign();
    }
    refuseSharedFile();
    try (var in = Files.newInputStream(file)) {
      var begin = in.readNBytes(MAGIC.length);
      if (begin.length == 0) {
        throw database.damaged("it is empty", new IOException("empty"));
      }
      if (!Arrays.equals(begin, MAGIC)) {
        throw foreign();
      }
    }
    try (var connection = database.connect()) {
      if (number(connection, "pragma application_id") != SqliteDatabase.APPLICATION) {
        throw foreign();
      }
      var found = text(connection, "pragma quick_check(1)");
      if (!found.equals("ok")) {
        throw database.damaged("its pages do not fit together", new IOException(found));
      }
    } catch (SQLException e) {
      throw database.translated(e);
    }
  }

  private CofferdamException foreign() {
    return new CofferdamException(
        "CFD-STORE-0009",
        ErrorCategory.INVALID_INPUT,
        "`" + file + "` is no store [a file that `case open` made]",
        "name another with --store");
  }

  private void refuseSharedFile() throws IOException {
    if (!posix()) {
      return;
    }
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeAll(
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    if (!others.isEmpty()) {
      throw new CofferdamException(
          "CFD-STORE-0015",
          ErrorCategory.NOT_PERMITTED,
          "the store `" + file + "` is open to other users [mode 600]",
          "run: chmod 600 " + file);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
