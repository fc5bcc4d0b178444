package io.cofferdam.logs.database.sql;

/// Whose SQL it is: what quotes mean differs.
public enum Dialect {
  POSTGRESQL,
  MYSQL
}
