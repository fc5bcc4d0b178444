package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.database.Csv;
import io.cofferdam.logs.lines.Line;
import io.cofferdam.logs.lines.Messages;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.EventRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's log as comma-separated values (`csvlog`); a record may have several lines.
///
/// Columns: PostgreSQL manual, section 19.8.4 "Using CSV-Format Log Output".
public final class PostgresCsvFormat implements LogFormat {
  private static final Pattern START =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,6} \\w{1,5},"
              + "(?:\"[^\"]*\")?,(?:\"[^\"]*\")?,\\d+,.*",
          Pattern.DOTALL);
  private static final int FIELDS = 22;
  private static final int LONGEST = 1 << 22;

  @Override
  public String name() {
    return "postgresql-csv";
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

          @Override
          public void line(Line line) {
            if (START.matcher(line.text()).matches()) {
              ended();
              first = line;
              text.append(line.text());
            } else if (first != null && text.length() + line.text().length() < LONGEST) {
              text.append('\n').append(line.text());
            } else {
              line.refuse(sink, "no PostgreSQL CSV log record [a time in the first field]");
            }
            open ^= Csv.turns(line.text());
            if (!open) {
              ended();
            }
          }

          @Override
          public void ended() {
            var line = first;
            if (line != null) {
              decode(line, text.toString(), input.number(), sink);
            }
            first = null;
            open = false;
            text.setLength(0);
          }
        });
  }

  private static void decode(Line line, String record, int input, LogSink sink) {
    var fields = Csv.fields(record, '"', false);
    var time = fields.get(0).split(" (?=\\w+$)", 2);
    var at = time.length == 2 ? PostgresLine.time(time[0], time[1]) : null;
    if (fields.size() < FIELDS || at == null || Csv.turns(record)) {
      line.refuse(sink, "broken PostgreSQL CSV log record [a time in UTC and 22 fields or more]");
      return;
    }
    var from = fields.get(4);
    var port = from.lastIndexOf(':');
    var head =
        new PostgresLine(
            at,
            port > 0 ? from.substring(0, port) : from,
            fields.get(1),
            fields.get(2),
            fields.get(5).isEmpty() ? fields.get(3) : fields.get(5),
            fields.get(11),
            fields.get(13));
    decode(line, head, fields, input, sink);
  }

  private static void decode(
      Line line, PostgresLine head, List<String> fields, int input, LogSink sink) {
    var ref = new EventRef(input, line.number(), "");
    var failed = head.level().equals("ERROR") && !fields.get(19).isEmpty();
    var told =
        failed
            ? new PostgresLine(
                head.time(),
                head.address(),
                head.user(),
                head.database(),
                head.process(),
                "STATEMENT",
                fields.get(19))
            : head;
    var wrong = new PostgresMessage(ref, "", told, false).decode(sink);
    if (!wrong.isEmpty()) {
      line.refuse(sink, wrong);
    }
  }
}
