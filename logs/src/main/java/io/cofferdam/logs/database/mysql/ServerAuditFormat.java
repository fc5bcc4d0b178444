package io.cofferdam.logs.database.mysql;

import io.cofferdam.logs.database.Csv;
import io.cofferdam.logs.database.Instance;
import io.cofferdam.logs.database.sql.Dialect;
import io.cofferdam.logs.database.sql.SqlStatement;
import io.cofferdam.logs.lines.Line;
import io.cofferdam.logs.lines.Messages;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.IsoTime;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.EventRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The MariaDB audit plugin's log, as RDS for MySQL and MariaDB deliver it, and Aurora MySQL's
/// advanced audit log, whose time is in microseconds since 1970.
///
/// Fields: timestamp, serverhost, username, host, connectionid, queryid, operation, database,
/// object, retcode (https://mariadb.com/docs/server/reference/plugins/mariadb-audit-plugin/
/// mariadb-audit-plugin-log-format; Aurora: page "Using Advanced Auditing with an Amazon Aurora
/// MySQL DB cluster"). Local times carry no zone and are taken as UTC, which is RDS's default.
public final class ServerAuditFormat implements LogFormat {
  private static final Pattern START =
      Pattern.compile(
          "^(?:\\d{8} [ \\d]\\d:\\d\\d:\\d\\d|\\d{16}),[^,]*,[^,]*,[^,]*,\\d+,\\d+,[A-Z_]+,.*",
          Pattern.DOTALL);
  private static final Pattern END =
      Pattern.compile(".*,(\\d{1,9})(?:,[^,']*){0,3}$", Pattern.DOTALL);
  private static final int LONGEST = 1 << 20;

  @Override
  public String name() {
    return "mysql-audit";
  }

  @Override
  public Recognition recognise(Head head) {
    for (var line : Messages.of(head)) {
      if (START.matcher(line).matches()) {
        return Recognition.CERTAIN;
      }
    }
    return Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    Messages.read(
        content,
        sink,
        new Messages.Taker() {
          private @Nullable Line first;
          private final StringBuilder text = new StringBuilder();
          private boolean open;
          private boolean complete;

          @Override
          public void line(Line line) {
            if (complete) {
              ended(); // a stray line must not spoil the record before it
            }
            if (START.matcher(line.text()).matches()) {
              ended();
              first = line;
              text.append(line.text());
            } else if (first != null && text.length() + line.text().length() < LONGEST) {
              text.append('\n').append(line.text());
            } else {
              line.refuse(sink, "no MySQL audit record [timestamp, host, user, ...]");
              return;
            }
            open = openBehind(line.text(), open);
            complete = !open && END.matcher(line.text()).matches();
          }

          @Override
          public void ended() {
            var line = first;
            if (line != null) {
              decode(line, text.toString(), input.number(), sink);
            }
            first = null;
            open = false;
            complete = false;
            text.setLength(0);
          }
        });
  }

  /// Whether a record that was open, or not, inside its quotes is so behind one more line.
  private static boolean openBehind(String line, boolean openBefore) {
    var open = openBefore;
    for (var i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\' && open) {
        i++;
      } else if (line.charAt(i) == '\'') {
        open = !open;
      }
    }
    return open;
  }

  private static void decode(Line line, String record, int input, LogSink sink) {
    var fields = record.split(",", 9);
    var time = time(fields[0], sink);
    var end = END.matcher(record);
    if (fields.length < 9 || time == null || !end.matches()) {
      line.refuse(sink, "broken MySQL audit record [ten fields, the last a return code]");
      return;
    }
    var operation = fields[6];
    var database = fields[7].replace("`", "");
    var object = fields[8];
    var said = new SqlStatement(operation, List.of(), false);
    var rest = Csv.fields(object, '\'', true);
    if (operation.startsWith("QUERY")) {
      said = SqlStatement.of(rest.getFirst(), Dialect.MYSQL, !object.startsWith("'"));
      if (said.verb().isEmpty()) {
        said = new SqlStatement(operation, List.of(), false);
      }
    } else if (table(operation) && !rest.getFirst().isEmpty()) {
      var name = rest.getFirst().replace("`", "").toLowerCase(Locale.ROOT);
      said = new SqlStatement(operation, List.of(name), false);
    }
    var instance = Instance.of(line.stream());
    sink.event(
        new DatabaseStatement(
            new EventRef(input, line.number(), ""),
            time,
            "mysql",
            instance.isEmpty() ? fields[1] : instance,
            database,
            fields[2],
            fields[3],
            fields[4],
            said.verb(),
            said.relations(),
            -1,
            said.wholeTable(),
            end.group(1).equals("0") && !operation.startsWith("FAILED")));
  }

  private static boolean table(String operation) {
    return switch (operation) {
      case "READ", "WRITE", "CREATE", "ALTER", "RENAME", "DROP" -> true;
      default -> false;
    };
  }

  private static @Nullable Instant time(String text, LogSink sink) {
    if (text.length() == 16) {
      var micros = Long.parseLong(text);
      return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
    sink.note("times without zone are taken as UTC");
    return IsoTime.parse(
        text.substring(0, 4)
            + "-"
            + text.substring(4, 6)
            + "-"
            + text.substring(6, 8)
            + text.substring(8).replaceFirst("^ (?= )", " 0").replaceFirst("^ 0 ", " 0"));
  }
}
