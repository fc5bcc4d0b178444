package io.cofferdam.drill.database;

import io.cofferdam.drill.text.Times;

/// Lines of a PostgreSQL log as RDS delivers it: its prefix `%t:%r:%u@%d:[%p]:`, connections
/// logged, and pgaudit session records (pgaudit README, "Format"; RDS user guide, "RDS for
/// PostgreSQL database log files").
public final class PostgresLines {
  private final String database;

  public PostgresLines(String database) {
    this.database = database;
  }

  private String prefix(long second, String address, int port, String user, int process) {
    return Times.format("yyyy-MM-dd HH:mm:ss 'UTC'", second)
        + ":"
        + address
        + "("
        + port
        + "):"
        + user
        + "@"
        + database
        + ":["
        + process
        + "]:LOG:  ";
  }

  public String connected(long second, String address, int port, String user, int process) {
    return prefix(second, address, port, user, process)
        + "connection authorized: user="
        + user
        + " database="
        + database
        + " SSL enabled (protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384, bits=256)";
  }

  /// A `COPY table TO STDOUT`.
  public String copy(
      long second, String address, int port, String user, int process, String table, int number) {
    return prefix(second, address, port, user, process)
        + "AUDIT: SESSION,"
        + number
        + ",1,READ,SELECT,TABLE,"
        + table
        + ",COPY "
        + table
        + " TO STDOUT,<not logged>";
  }

  /// A query for one row, as the shop asks all day.
  public String lookup(
      long second, String address, int port, String user, int process, String table, int number) {
    return prefix(second, address, port, user, process)
        + "AUDIT: SESSION,"
        + number
        + ",1,READ,SELECT,TABLE,"
        + table
        + ",SELECT * FROM "
        + table
        + " WHERE id = $1,<not logged>";
  }
}
