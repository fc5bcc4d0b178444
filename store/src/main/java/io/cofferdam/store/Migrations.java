package io.cofferdam.store;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Brings a database to the schema of this program, step by step, all in one transaction. One that
/// is newer is refused: an older program would not know what it leaves out.
final class Migrations {
  private static final List<String> STEPS = List.of("0001-cases.sql", "0002-timers.sql");

  private Migrations() {}

  static int newest() {
    return STEPS.size();
  }

  /// @param connection on which a transaction has begun
  static void apply(Connection connection, Database database, Instant now) throws SQLException {
    database.lockSchema(connection);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists cofferdam_schema"
              + " (version integer primary key, name text not null, applied_at text not null)");
    }
    int version = version(connection);
    if (version > newest()) {
      throw new CofferdamException(
          "CFD-STORE-0003",
          ErrorCategory.INVALID_INPUT,
          "the store `"
              + database.name()
              + "` has schema `"
              + version
              + "` [at most "
              + newest()
              + ", which this program knows]",
          "a newer program wrote it: use that one");
    }
    for (int next = version + 1; next <= newest(); next++) {
      step(connection, database, next, now);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select max(version) from cofferdam_schema")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static void step(Connection connection, Database database, int number, Instant now)
      throws SQLException {
    var name = STEPS.get(number - 1);
    try (var statement = connection.createStatement()) {
      for (var sql : written(name, database).split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
    try (var insert =
        connection.prepareStatement("insert into cofferdam_schema values (?, ?, ?)")) {
      insert.setInt(1, number);
      insert.setString(2, name);
      insert.setString(3, now.toString());
      insert.executeUpdate();
    }
  }

  /// With the types of this database in the place of their names.
  private static String written(String name, Database database) {
    var text = read(name).replace("${serial}", database.serialColumn());
    for (var type : database.types().entrySet()) {
      text = text.replace("${" + type.getKey() + "}", type.getValue());
    }
    return text;
  }

  private static String read(String name) {
    try (var in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new CofferdamBug("migration " + name + " is not packed");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CofferdamBug("migration " + name + " cannot be read", e);
    }
  }
}
