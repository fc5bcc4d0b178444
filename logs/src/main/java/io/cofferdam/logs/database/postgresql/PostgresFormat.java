package io.cofferdam.logs.database.postgresql;

import io.cofferdam.logs.database.Instance;
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
import org.jspecify.annotations.Nullable;

/// PostgreSQL's log as text, as RDS and Aurora deliver it (`postgresql.log`, CloudWatch Logs) and
/// with the usual prefixes of other servers. Lines without a prefix go on with the message before.
///
/// Prefix of RDS: page "RDS for PostgreSQL database log files" of the RDS user guide.
public final class PostgresFormat implements LogFormat {
  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Recognition recognise(Head head) {
    for (var message : Messages.of(head)) {
      if (PostgresLine.of(message) != null) {
        return Recognition.CERTAIN;
      }
    }
    return Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    Messages.read(content, sink, new Assembly(input.number(), sink));
  }

  /// Puts the lines of a message together.
  private static final class Assembly implements Messages.Taker {
    private static final int LONGEST = 1 << 20;

    private final int input;
    private final LogSink sink;
    private @Nullable Line first;
    private @Nullable PostgresLine head;
    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    private Assembly(int input, LogSink sink) {
      this.input = input;
      this.sink = sink;
    }

    @Override
    public void message(Line message) {
      ended();
      line(message);
      ended();
    }

    @Override
    public void line(Line line) {
      var start = PostgresLine.of(line.text());
      if (start != null) {
        ended();
        first = line;
        head = start;
        add(start.message());
      } else if (first != null && !PostgresLine.torn(line.text())) {
        text.append('\n');
        add(line.text());
      } else {
        ended();
        line.refuse(sink, "no PostgreSQL log line, and none before it [a line prefix in UTC]");
      }
    }

    private void add(String more) {
      var room = LONGEST - text.length();
      cut |= more.length() > room;
      text.append(more, 0, Math.max(0, Math.min(room, more.length())));
    }

    @Override
    public void ended() {
      var line = first;
      var start = head;
      first = null;
      if (line != null && start != null) {
        var whole =
            new PostgresLine(
                start.time(),
                start.address(),
                start.user(),
                start.database(),
                start.process(),
                start.level(),
                text.toString());
        var wrong =
            new PostgresMessage(
                    new EventRef(input, line.number(), ""), Instance.of(line.stream()), whole, cut)
                .decode(sink);
        if (!wrong.isEmpty()) {
          line.refuse(sink, wrong);
        }
      }
      text.setLength(0);
      cut = false;
    }
  }
}
