package io.cofferdam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Runs work on the one connection of a store, by one thread at a time. A connection that broke is
/// replaced at the next work.
final class Transactions implements AutoCloseable {
  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;

  /// Work on a connection; what it throws undoes it.
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  Transactions(Database database) {
    this.database = database;
  }

  /// A single statement that reads.
  <T> T read(Work<T> work) {
    return run(work, false);
  }

  /// Work that is durable when it returns, or undone.
  <T> T write(Work<T> work) {
    return run(work, true);
  }

  private <T> T run(Work<T> work, boolean writes) {
    lock.lock();
    try {
      var open = connection();
      try {
        if (!writes) {
          return work.on(open);
        }
        open.setAutoCommit(false);
        var result = work.on(open);
        open.commit();
        open.setAutoCommit(true);
        return result;
      } catch (SQLException e) {
        undo(open, writes, database.gone(e));
        throw database.translated(e);
      } catch (RuntimeException e) {
        undo(open, writes, false);
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private Connection connection() {
    try {
      var open = connection;
      if (open == null || open.isClosed()) {
        open = database.connect();
        connection = open;
      }
      return open;
    } catch (SQLException e) {
      throw database.translated(e);
    }
  }

  private void undo(Connection open, boolean writes, boolean gone) {
    try {
      if (writes && !gone) {
        open.rollback();
        open.setAutoCommit(true);
        return;
      }
    } catch (SQLException e) {
      // Closed below: without a commit nothing of it is kept.
    }
    if (writes || gone) {
      close();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw database.translated(e);
    } finally {
      connection = null;
      lock.unlock();
    }
  }
}
