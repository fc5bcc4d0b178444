package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// A database of a PostgreSQL server. A commit is on the server's disk when it returns. Beyond this
/// machine the server must prove who it is (`sslmode=verify-full`) unless the address says another
/// mode.
record PostgresDatabase(StoreAddress.Postgres address) implements Database {
  private static final long SCHEMA_LOCK = 0x636f6666657264L;

  @Override
  public Connection connect() throws SQLException {
    var options = new Properties();
    address.user().ifPresent(user -> options.setProperty("user", user));
    options.setProperty("ApplicationName", "cofferdam");
    options.setProperty("connectTimeout", "10");
    options.setProperty("loginTimeout", "15");
    options.setProperty("socketTimeout", "60");
    if (!address.local() && !address.query().contains("sslmode=")) {
      options.setProperty("sslmode", "verify-full");
    }
    var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://"
                + address.host()
                + ":"
                + address.port()
                + "/"
                + address.database()
                + (address.query().isEmpty() ? "" : "?" + address.query()),
            options);
    try (var settings = connection.createStatement()) {
      settings.execute("set synchronous_commit = on");
      settings.execute("set lock_timeout = '30s'");
    }
    return connection;
  }

  @Override
  public String serialColumn() {
    return "bigint generated always as identity primary key";
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "bytea", "instant", "timestamp with time zone", "truth", "boolean");
  }

  @Override
  public void lockSchema(Connection connection) throws SQLException {
    try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, SCHEMA_LOCK);
      lock.execute();
    }
  }

  @Override
  public boolean duplicate(SQLException failure) {
    return "23505".equals(failure.getSQLState());
  }

  @Override
  public boolean gone(SQLException failure) {
    var state = state(failure);
    return state.startsWith("08") || state.startsWith("57P");
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public CofferdamException translated(SQLException failure) {
    var state = state(failure);
    if (state.startsWith("28") || state.equals("42501") || state.equals("25006")) {
      return new CofferdamException(
          "CFD-STORE-0011",
          ErrorCategory.NOT_PERMITTED,
          "`" + address + "` does not let this user in, or not write [state " + state + "]",
          "check user, ~/.pgpass (mode 600) and the rights on the database: its schema must be"
              + " yours to create tables in",
          failure);
    }
    if (state.equals("3D000")) {
      return new CofferdamException(
          "CFD-STORE-0012",
          ErrorCategory.INVALID_INPUT,
          "`" + address + "` has no database `" + address.database() + "` [one that exists]",
          "create it: createdb " + address.database(),
          failure);
    }
    if (state.equals("53100")) {
      return new CofferdamException(
          "CFD-STORE-0013",
          ErrorCategory.UNAVAILABLE,
          "the disk of `" + address + "` is full: nothing of this was kept",
          "make room on the server, then run it again",
          failure);
    }
    if (state.isEmpty() || gone(failure)) {
      return new CofferdamException(
          "CFD-STORE-0010",
          ErrorCategory.UNAVAILABLE,
          "`" + address + "` cannot be reached, or the connection broke",
          "is the server running there, and does it offer TLS that can be verified? What was asked"
              + " may have been kept: `case show` tells",
          failure);
    }
    return new CofferdamException(
        "CFD-STORE-0014",
        ErrorCategory.UNAVAILABLE,
        "`" + address + "` refused a statement [state " + state + "]",
        "look into the server's log",
        failure);
  }

  private static String state(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).orElse("");
  }
}
