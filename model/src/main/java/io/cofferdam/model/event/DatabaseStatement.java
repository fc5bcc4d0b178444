package io.cofferdam.model.event;

import java.time.Instant;
import java.util.List;

/// One audited statement or session event of a database. The statement's text is never kept: it can
/// hold personal data and secrets; its verb and the relations it names are.
///
/// @param engine `postgresql` or `mysql`
/// @param instance the database instance where the file tells, or empty
/// @param verb `SELECT`, `COPY`, `CONNECT`, `FAILED_CONNECT`, ... in upper case
/// @param relations tables named by the audit record or the statement, lower case
/// @param rows rows returned where the log says so, or -1
/// @param wholeTable whether the statement, as written, reads whole tables (no `where`, no `limit`)
public record DatabaseStatement(
    EventRef ref,
    Instant time,
    String engine,
    String instance,
    String database,
    String user,
    String address,
    String session,
    String verb,
    List<String> relations,
    long rows,
    boolean wholeTable,
    boolean succeeded)
    implements Event {
  public DatabaseStatement {
    relations = List.copyOf(relations);
  }
}
