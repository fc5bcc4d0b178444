package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract on a real PostgreSQL server, started for it, with a database for each test.
@Covers("X-01")
class PostgresCaseStoreTest extends CaseStoreContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static RunningPostgres server;

  private String name;

  @BeforeAll
  static void start() throws IOException {
    server = RunningPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void create() throws SQLException {
    name = "cases" + NUMBER.incrementAndGet();
    admin("create database " + name);
  }

  private static void admin(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.jdbc("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private StoreAddress.Postgres address() {
    return server.address(name);
  }

  @Override
  CaseStore open() {
    return CaseStore.open(address(), NOW);
  }

  @Override
  Database database() {
    return new PostgresDatabase(address());
  }

  @Test
  void aConnectionThatWasCutIsReplaced() throws SQLException {
    try (var store = open()) {
      store.journal().append(CASE, 0, List.of(event("a")), List.of());
      admin(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      assertThatThrownBy(() -> store.journal().append(CASE, 1, List.of(event("b")), List.of()))
          .isInstanceOfSatisfying(
              CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-STORE-0010"));
      store.journal().append(CASE, 1, List.of(event("b")), List.of());
      assertThat(store.journal().read(CASE)).containsExactly(event("a"), event("b"));
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsTold() {
    fails("CFD-STORE-0012", server.address("nowhere"));
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    fails("CFD-STORE-0010", StoreAddress.parse("postgresql://localhost:1/cases"));
  }

  @Test
  void aUserWithoutRightsIsTold() throws SQLException {
    admin("create role reader" + NUMBER.get() + " login");
    var address = address();
    fails(
        "CFD-STORE-0011",
        StoreAddress.parse(
            "postgresql://reader"
                + NUMBER.get()
                + "@localhost:"
                + address.port()
                + "/"
                + name
                + "?options=-c%20default_transaction_read_only=on"));
  }

  private static void fails(String code, StoreAddress address) {
    assertThatThrownBy(() -> CaseStore.open(address, NOW))
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
