package io.cofferdam.store;

import io.cofferdam.model.CofferdamException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// A kind of database: how it is reached, what it does differently, and what its errors mean.
interface Database {
  /// A connection on which nothing is begun, in auto-commit mode.
  Connection connect() throws SQLException;

  /// A column that numbers its rows upwards.
  String serialColumn();

  /// What it calls the types `bytes`, `instant` and `truth`.
  Map<String, String> types();

  /// Takes the lock under which the schema is changed, within a transaction that has begun.
  void lockSchema(Connection connection) throws SQLException;

  /// Whether the statement failed because a row of that key is there already.
  boolean duplicate(SQLException failure);

  /// Whether the connection is gone, so that another one may succeed.
  boolean gone(SQLException failure);

  /// The failure in words.
  CofferdamException translated(SQLException failure);

  /// As it is told to people, without user or options.
  String name();
}
