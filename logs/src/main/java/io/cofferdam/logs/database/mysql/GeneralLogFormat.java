package io.cofferdam.logs.database.mysql;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// MySQL's general query log (version 5.7 and later: ISO times). Who a connection belongs to is
/// known from its `Connect` line; where that is not in the log, user and address stay empty. The
/// log is written before a statement runs, so it does not tell whether it succeeded.
///
/// Format: MySQL manual, section 7.4.3 "The General Query Log" (unchecked against a real RDS log).
public final class GeneralLogFormat implements LogFormat {
  private static final Pattern START =
      Pattern.compile(
          "^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:\\d\\d))"
              + "\\s+(\\d+) (Connect|Query|Execute|Prepare|Quit|Init DB|Field List|[A-Z][A-Za-z ]{2,20}?)"
              + "(?:\t|$)");
  private static final Pattern CONNECT =
      Pattern.compile("^(\\S*?)@(\\S*) on (\\S*)(?: using .*)?$", Pattern.DOTALL);
  private static final int LONGEST = 1 << 20;
  private static final int MOST_CONNECTIONS = 50_000;

  @Override
  public String name() {
    return "mysql-general";
  }

  @Override
  public Recognition recognise(Head head) {
    for (var line : Messages.of(head)) {
      if (START.matcher(line).find()) {
        return Recognition.CERTAIN;
      }
    }
    return Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    Messages.read(content, sink, new Reading(input.number(), sink));
  }

  private record Session(String user, String address, String database) {}

  private static final class Reading implements Messages.Taker {
    private final int input;
    private final LogSink sink;
    private final Map<String, Session> sessions =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST_CONNECTIONS;
          }
        };
    private @Nullable Line first;
    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    private Reading(int input, LogSink sink) {
      this.input = input;
      this.sink = sink;
    }

    @Override
    public void line(Line line) {
      if (START.matcher(line.text()).find()) {
        ended();
        first = line;
        text.append(line.text());
      } else if (first == null) {
        if (banner(line.text())) {
          sink.note("server banner lines passed over");
        } else {
          line.refuse(sink, "no line of a MySQL general log [time, connection, command]");
        }
      } else if (text.length() + line.text().length() < LONGEST) {
        text.append('\n').append(line.text());
      } else {
        cut = true;
      }
    }

    private static boolean banner(String line) {
      return line.contains("started with:")
          || line.startsWith("Tcp port:")
          || line.startsWith("Time  ");
    }

    @Override
    public void ended() {
      var line = first;
      if (line != null) {
        decode(line);
      }
      first = null;
      text.setLength(0);
      cut = false;
    }

    private void decode(Line line) {
      var start = START.matcher(text);
      var time = start.find() ? IsoTime.parse(start.group(1)) : null;
      if (time == null) {
        line.refuse(sink, "no line of a MySQL general log [a time that exists]");
        return;
      }
      var id = start.group(2);
      var argument = text.substring(start.end());
      switch (start.group(3)) {
        case "Connect" -> connect(line, time, id, argument);
        case "Init DB" -> {
          sessions.computeIfPresent(
              id, (_id, old) -> new Session(old.user(), old.address(), argument.strip()));
          sink.passedOver("", "", time);
        }
        case "Quit" -> {
          event(line, time, id, new SqlStatement("DISCONNECT", List.of(), false), true);
          sessions.remove(id);
        }
        case "Query", "Execute" -> {
          var said = SqlStatement.of(argument, Dialect.MYSQL, cut);
          if (said.verb().isEmpty()) {
            sink.passedOver("", "", time);
          } else {
            event(line, time, id, said, true);
          }
        }
        default -> sink.passedOver("", "", time);
      }
    }

    private void connect(Line line, Instant time, String id, String argument) {
      var refused = argument.startsWith("Access denied");
      var matcher = CONNECT.matcher(argument);
      if (matcher.matches()) {
        sessions.put(id, new Session(matcher.group(1), matcher.group(2), matcher.group(3)));
      }
      var verb = refused ? "FAILED_CONNECT" : "CONNECT";
      event(line, time, id, new SqlStatement(verb, List.of(), false), !refused);
    }

    private void event(Line line, Instant time, String id, SqlStatement said, boolean ok) {
      var session = sessions.getOrDefault(id, new Session("", "", ""));
      sink.event(
          new DatabaseStatement(
              new EventRef(input, line.number(), ""),
              time,
              "mysql",
              Instance.of(line.stream()),
              session.database(),
              session.user(),
              session.address(),
              id,
              said.verb(),
              said.relations(),
              -1,
              said.wholeTable(),
              ok));
    }
  }
}
