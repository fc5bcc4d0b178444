package io.cofferdam.store;

import io.cofferdam.respond.spi.journal.LedgerOutbox;
import io.cofferdam.respond.spi.journal.OutboxFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Facts as rows; one without an index has not reached a ledger.
final class JdbcLedgerOutbox implements LedgerOutbox {
  private static final String LINE_BREAK = "\n";

  private final Transactions transactions;

  JdbcLedgerOutbox(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Within the transaction of the events that they tell of.
  static void insert(Connection connection, List<OutboxFact> facts) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into cofferdam_outbox (fact_key, type, at, actor, subjects, payload)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (fact_key) do nothing")) {
      for (var fact : facts) {
        insert.setString(1, fact.key());
        insert.setString(2, fact.type());
        insert.setString(3, fact.at().toString());
        insert.setString(4, fact.actor());
        insert.setString(5, String.join(LINE_BREAK, fact.subjects()));
        insert.setString(6, fact.payload());
        insert.executeUpdate();
      }
    }
  }

  @Override
  public List<OutboxFact> claim(String ledger, int most) {
    return transactions.write(
        connection -> {
          try (var claim =
              connection.prepareStatement(
                  "update cofferdam_outbox set ledger = ? where ledger is null and seq in (select"
                      + " seq from cofferdam_outbox where ledger is null and ledger_index is null"
                      + " order by seq limit ?)")) {
            claim.setString(1, ledger);
            claim.setInt(2, most);
            claim.executeUpdate();
          }
          return claimed(connection, ledger, most);
        });
  }

  private static List<OutboxFact> claimed(Connection connection, String ledger, int most)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select fact_key, type, at, actor, subjects, payload from cofferdam_outbox"
                + " where ledger_index is null and ledger = ? order by seq limit ?")) {
      select.setString(1, ledger);
      select.setInt(2, most);
      var facts = new ArrayList<OutboxFact>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          facts.add(
              new OutboxFact(
                  rows.getString(1),
                  rows.getString(2),
                  Instant.parse(rows.getString(3)),
                  rows.getString(4),
                  List.of(rows.getString(5).split(LINE_BREAK, -1)),
                  rows.getString(6)));
        }
      }
      return List.copyOf(facts);
    }
  }

  @Override
  public void delivered(String ledger, Map<String, Long> indexes) {
    transactions.write(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update cofferdam_outbox set ledger_index = ? where fact_key = ? and ledger ="
                      + " ?")) {
            for (var each : indexes.entrySet()) {
              update.setLong(1, each.getValue());
              update.setString(2, each.getKey());
              update.setString(3, ledger);
              update.executeUpdate();
            }
          }
          return indexes.size();
        });
  }

  @Override
  public long notedSize(String ledger) {
    return transactions.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select max(ledger_index) from cofferdam_outbox where ledger = ?")) {
            select.setString(1, ledger);
            try (var rows = select.executeQuery()) {
              var largest = rows.next() ? rows.getLong(1) : 0;
              return rows.wasNull() ? 0L : largest + 1;
            }
          }
        });
  }

  @Override
  public List<String> undelivered(List<String> keys) {
    return transactions.read(
        connection -> {
          var missing = new ArrayList<String>();
          try (var select =
              connection.prepareStatement(
                  "select ledger_index from cofferdam_outbox where fact_key = ?"
                      + " and ledger_index is not null")) {
            for (var key : keys) {
              select.setString(1, key);
              try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                  missing.add(key);
                }
              }
            }
          }
          return List.copyOf(missing);
        });
  }

  @Override
  public long waiting() {
    return transactions.read(
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "select count(*) from cofferdam_outbox where ledger_index is null");
              var rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0L;
          }
        });
  }
}
