package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.spi.journal.Appending;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can happen to a file.
@Covers("X-01")
class SqliteFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("deep/er/cases.db");
  }

  private CaseStore open(Path file) {
    return CaseStore.open(new StoreAddress.File(file), CaseStoreContract.NOW);
  }

  private void filled(int events) {
    try (var store = open(file())) {
      for (int i = 0; i < events; i++) {
        var event = CaseStoreContract.event("x".repeat(2000));
        assertThat(store.journal().append(CaseStoreContract.CASE, i, List.of(event), List.of()))
            .isInstanceOf(Appending.Appended.class);
      }
    }
  }

  private void fails(String code, Path file) {
    assertThatThrownBy(() -> open(file).close())
        .isInstanceOfSatisfying(
            CofferdamException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.hint()).isPresent();
              assertThat(e.getMessage()).doesNotContain("SQLITE", "Exception");
            });
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    filled(3);
    try (var store = open(file());
        var all = Files.list(file().getParent())) {
      store.journal().append("case-20260301-00000009", 0, List.of(), List.of());
      assertThat(all.toList())
          .isNotEmpty()
          .allSatisfy(
              each ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void oneThatOthersReadIsRefused() throws IOException {
    filled(1);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    fails("CFD-STORE-0015", file());
  }

  @Test
  void nothingUnfinishedIsLeftBeside() throws IOException {
    filled(1);
    try (var all = Files.list(file().getParent())) {
      assertThat(all.map(each -> each.getFileName().toString()).toList())
          .containsExactly("cases.db");
    }
  }

  @Test
  void whatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    Files.createDirectories(file().getParent());
    ownerOnly("a shopping list, longer than a header of SQLite would be\n");
    fails("CFD-STORE-0009", file());
    assertThat(Files.readString(file())).startsWith("a shopping list");
  }

  private void ownerOnly(String text) throws IOException {
    Files.writeString(file(), text);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefused() throws Exception {
    Files.createDirectories(file().getParent());
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute("create table theirs (x)");
    }
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    fails("CFD-STORE-0009", file());
  }

  @Test
  void aFolderIsNoStore() throws IOException {
    Files.createDirectories(file());
    fails("CFD-STORE-0009", file());
  }

  @Test
  void anEmptiedFileIsDamagedAndNotNew() throws IOException {
    filled(1);
    ownerOnly("");
    fails("CFD-STORE-0004", file());
  }

  @Test
  void cutOffAnywhereItIsDamaged() throws IOException {
    filled(40);
    var whole = Files.readAllBytes(file());
    for (int length = 50; length < whole.length; length += whole.length / 23) {
      try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
        cut.setLength(length);
      }
      fails("CFD-STORE-0004", file());
      Files.write(file(), whole);
    }
    open(file()).close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
    fails("CFD-STORE-0006", Path.of("/proc/self/cases.db"));
  }

  @Test
  void aFullDatabaseKeepsNothingOfWhatFailed() {
    filled(1);
    var small = new SqliteDatabase(file(), 1000, 30);
    try (var store = CaseStore.open(small, CaseStoreContract.NOW)) {
      var event = CaseStoreContract.event("x".repeat(20_000));
      int version = 1;
      CofferdamException full = null;
      while (full == null) {
        try {
          store.journal().append(CaseStoreContract.CASE, version, List.of(event, event), List.of());
          version += 2;
        } catch (CofferdamException e) {
          full = e;
        }
      }
      assertThat(full.code()).isEqualTo("CFD-STORE-0005");
      assertThat(store.journal().read(CaseStoreContract.CASE)).hasSize(version);
    }
    try (var again = open(file())) {
      assertThat(again.journal().read(CaseStoreContract.CASE)).isNotEmpty();
    }
  }

  @Test
  void aFullDiskKeepsNothingOfWhatFailed() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()),
        "no small disk can be mounted here");
    try {
      var file = disk.resolve("cases.db");
      int version = filledUntilItFails(file);
      try (var again = open(file)) {
        assertThat(again.journal().read(CaseStoreContract.CASE)).hasSize(version);
      }
    } finally {
      assertThat(ran("umount", disk.toString())).isTrue();
    }
  }

  private int filledUntilItFails(Path file) {
    var event = CaseStoreContract.event("x".repeat(9_000));
    int version = 0;
    try (var store = open(file)) {
      while (true) {
        store.journal().append(CaseStoreContract.CASE, version, List.of(event), List.of());
        version++;
      }
    } catch (CofferdamException full) {
      assertThat(full.code()).isEqualTo("CFD-STORE-0005");
      assertThat(version).isPositive();
      return version;
    }
  }

  private static boolean ran(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  @Test
  void whoWaitsTooLongForAnotherProcessIsTold() throws Exception {
    filled(1);
    try (var other = new SqliteDatabase(file()).connect();
        var statement = other.createStatement()) {
      statement.execute("begin immediate");
      var hasty = new SqliteDatabase(file(), 1000, 0);
      assertThatThrownBy(() -> CaseStore.open(hasty, CaseStoreContract.NOW).close())
          .isInstanceOfSatisfying(
              CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-STORE-0007"));
      statement.execute("rollback");
    }
  }

  @Test
  void aCommitIsOnTheDisk() throws Exception {
    filled(1);
    try (var connection = new SqliteDatabase(file()).connect();
        var statement = connection.createStatement()) {
      assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(statement, "synchronous")).isEqualTo("2");
      assertThat(pragma(statement, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(statement, "busy_timeout")).isEqualTo("30000");
    }
  }

  private static String pragma(Statement statement, String name) throws Exception {
    try (var rows = statement.executeQuery("pragma " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
