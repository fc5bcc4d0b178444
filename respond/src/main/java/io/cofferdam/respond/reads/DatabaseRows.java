package io.cofferdam.respond.reads;

import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import java.util.HashMap;
import java.util.Map;

/// How many rows each logged statement returned, by where the statement was read. Only statements
/// that say so are kept, at most [#LIMIT]; further ones count as not saying so.
final class DatabaseRows {
  private static final int LIMIT = 1_000_000;

  private final Map<EventRef, Long> rows = new HashMap<>();

  synchronized void add(DatabaseStatement statement) {
    if (statement.rows() > 0 && statement.succeeded() && rows.size() < LIMIT) {
      rows.put(statement.ref(), statement.rows());
    }
  }

  synchronized long of(EventRef ref) {
    return rows.getOrDefault(ref, -1L);
  }
}
