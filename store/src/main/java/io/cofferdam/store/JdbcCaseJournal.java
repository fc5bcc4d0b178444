package io.cofferdam.store;

import io.cofferdam.respond.spi.journal.Appending;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.respond.spi.journal.CaseJournal;
import io.cofferdam.respond.spi.journal.OutboxFact;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Events as rows. The primary key lets one of two writers win who know the same version.
final class JdbcCaseJournal implements CaseJournal {
  private final Transactions transactions;
  private final Database database;

  JdbcCaseJournal(Transactions transactions, Database database) {
    this.transactions = transactions;
    this.database = database;
  }

  @Override
  public Appending append(
      String caseId, int expectedVersion, List<StoredEvent> events, List<OutboxFact> facts) {
    return transactions.write(
        connection -> {
          int version = version(connection, caseId);
          if (version != expectedVersion) {
            return new Appending.Conflict(version);
          }
          try {
            insert(connection, caseId, expectedVersion, events);
          } catch (SQLException e) {
            if (!database.duplicate(e)) {
              throw e;
            }
            connection.rollback();
            return new Appending.Conflict(version(connection, caseId));
          }
          JdbcLedgerOutbox.insert(connection, facts);
          return new Appending.Appended(expectedVersion + events.size());
        });
  }

  private static int version(Connection connection, String caseId) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select max(version) from cofferdam_case_event where case_id = ?")) {
      select.setString(1, caseId);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }

  private static void insert(
      Connection connection, String caseId, int before, List<StoredEvent> events)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into cofferdam_case_event (case_id, version, kind, at, body)"
                + " values (?, ?, ?, ?, ?)")) {
      int version = before;
      for (var event : events) {
        version++;
        insert.setString(1, caseId);
        insert.setInt(2, version);
        insert.setString(3, event.kind());
        insert.setString(4, event.at().toString());
        insert.setString(5, event.json());
        insert.executeUpdate();
      }
    }
  }

  @Override
  public List<StoredEvent> read(String caseId) {
    return transactions.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select kind, at, body from cofferdam_case_event where case_id = ?"
                      + " order by version")) {
            select.setString(1, caseId);
            var events = new ArrayList<StoredEvent>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                events.add(
                    new StoredEvent(rows.getString(1), time(rows.getString(2)), rows.getString(3)));
              }
            }
            return List.copyOf(events);
          }
        });
  }

  @Override
  public List<CaseHead> cases() {
    return transactions.read(
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "select case_id, version, at from cofferdam_case_event e where version ="
                          + " (select max(version) from cofferdam_case_event l"
                          + " where l.case_id = e.case_id)");
              var rows = select.executeQuery()) {
            var heads = new ArrayList<CaseHead>();
            while (rows.next()) {
              heads.add(new CaseHead(rows.getString(1), rows.getInt(2), time(rows.getString(3))));
            }
            heads.sort(
                Comparator.comparing(CaseHead::latest).reversed().thenComparing(CaseHead::caseId));
            return List.copyOf(heads);
          }
        });
  }

  /// Times are kept in ISO 8601 with all the digits they have.
  private static Instant time(String text) throws SQLException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new SQLException("a time that is none", "22007", e);
    }
  }
}
