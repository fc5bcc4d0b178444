package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.database.Csv;
import io.cofferdam.logs.database.sql.Dialect;
import io.cofferdam.logs.database.sql.SqlStatement;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Turns one whole log message into an event, or passes over it: pgaudit entries, logged statements
/// (`log_statement`, `log_min_duration_statement`), connections.
///
/// pgaudit: https://github.com/pgaudit/pgaudit/blob/main/README.md, section Format: AUDIT_TYPE,
/// STATEMENT_ID, SUBSTATEMENT_ID, CLASS, COMMAND, OBJECT_TYPE, OBJECT_NAME, STATEMENT, PARAMETER,
/// and the number of rows where `pgaudit.log_rows` is on.
record PostgresMessage(EventRef ref, String instance, PostgresLine head, boolean cut) {
  private static final String AUDIT = "AUDIT: ";
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^(?:duration: [0-9.]+ ms  )?(?:statement|(?:execute|parse|bind) [^:]{0,200}): ");
  private static final Pattern AUTHORIZED =
      Pattern.compile("^(?:replication )?connection authorized: .*");
  private static final Pattern REFUSED =
      Pattern.compile(
          "^(?:password authentication failed|no pg_hba.conf entry|role \".*\" does not exist"
              + "|database \".*\" does not exist|permission denied for database"
              + "|\\w+ authentication failed|pg_hba.conf rejects).*",
          Pattern.DOTALL);

  /// Hands the message on; tells what is wrong with it, or nothing.
  String decode(LogSink sink) {
    var text = head.message();
    if (text.startsWith(AUDIT)) {
      return audit(text.substring(AUDIT.length()), sink);
    }
    var statement = STATEMENT.matcher(text);
    if (head.level().equals("STATEMENT")) {
      statement(text, false, sink); // what an error before it was about
    } else if (head.level().equals("LOG") && statement.find()) {
      statement(text.substring(statement.end()), true, sink);
    } else if (AUTHORIZED.matcher(text).find()) {
      event("CONNECT", List.of(), -1, false, true, sink);
    } else if (text.startsWith("disconnection: ")) {
      event("DISCONNECT", List.of(), -1, false, true, sink);
    } else if (head.level().equals("FATAL") && REFUSED.matcher(text).find()) {
      event("FAILED_CONNECT", List.of(), -1, false, false, sink);
    } else {
      sink.passedOver("", "", head.time());
    }
    return "";
  }

  private void statement(String sql, boolean succeeded, LogSink sink) {
    var said = SqlStatement.of(sql, Dialect.POSTGRESQL, cut);
    if (said.verb().isEmpty()) {
      sink.passedOver("", "", head.time());
    } else {
      event(said.verb(), said.relations(), -1, said.wholeTable(), succeeded, sink);
    }
  }

  private String audit(String csv, LogSink sink) {
    var fields = Csv.fields(csv, '"', false);
    if (fields.size() < 8 || !fields.get(0).matches("SESSION|OBJECT")) {
      return "pgaudit entry with "
          + fields.size()
          + " fields [at least 8, the first SESSION or OBJECT]";
    }
    var command = fields.get(4).toUpperCase(Locale.ROOT);
    var said = SqlStatement.of(fields.get(7), Dialect.POSTGRESQL, cut);
    var verb = command.isEmpty() ? said.verb() : command;
    if (verb.equals("COPY") && (fields.get(3).equals("WRITE") || said.verb().equals("COPY_FROM"))) {
      verb = "COPY_FROM";
    }
    var object = fields.get(6).toLowerCase(Locale.ROOT).replace("\"", "");
    var named = !object.isEmpty() && relation(fields.get(5));
    event(
        verb,
        named ? List.of(object) : said.relations(),
        rows(fields),
        said.wholeTable() && (verb.equals("SELECT") || verb.equals("COPY")),
        true,
        sink);
    return "";
  }

  private static boolean relation(String objectType) {
    return switch (objectType) {
      case "TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "COMPOSITE TYPE", "SEQUENCE" ->
          true;
      default -> false;
    };
  }

  private static long rows(List<String> fields) {
    return fields.size() > 9 && fields.getLast().matches("\\d{1,18}")
        ? Long.parseLong(fields.getLast())
        : -1;
  }

  private void event(
      String verb, List<String> relations, long rows, boolean whole, boolean ok, LogSink sink) {
    sink.event(
        new DatabaseStatement(
            ref,
            head.time(),
            "postgresql",
            instance,
            head.database(),
            head.user(),
            head.address(),
            head.process(),
            verb,
            relations,
            rows,
            whole,
            ok));
  }
}
