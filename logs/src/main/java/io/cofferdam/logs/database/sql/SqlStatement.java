package io.cofferdam.logs.database.sql;

import java.util.List;

/// What a statement does, to which tables: all that is kept of its text.
///
/// Unknown is allowed, wrong is not: `relations` lists what is surely a table, and `wholeTable` is
/// true only where the statement as written surely returns every row.
///
/// @param verb upper case: `SELECT`, `INSERT`, `COPY` (out of the database), `COPY_FROM` (into it),
///     ...; empty where there is none
/// @param relations lower case, with schema where written, in order of appearance
public record SqlStatement(String verb, List<String> relations, boolean wholeTable) {
  private static final int LONGEST = 1 << 20;

  public SqlStatement {
    relations = List.copyOf(relations);
  }

  /// Reads a statement; of several in one text the first gives the verb.
  ///
  /// @param cut whether the log cut the text off, so that a condition may be missing
  public static SqlStatement of(String sql, Dialect dialect, boolean cut) {
    var tooLong = sql.length() > LONGEST;
    var tokens = SqlTokens.of(tooLong ? sql.substring(0, LONGEST) : sql, dialect);
    return new SqlReading(tokens.tokens(), cut || tooLong || tokens.cut()).read();
  }
}
