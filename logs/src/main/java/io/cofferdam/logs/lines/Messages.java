package io.cofferdam.logs.lines;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.text.Lines;
import io.cofferdam.logs.text.TextLines;
import io.cofferdam.logs.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The text messages of a log, whether they stand there as lines, as lines with a time before them
/// (CloudWatch Logs export to S3), or inside JSON (subscriptions, `filter-log-events` answers).
public final class Messages {
  private static final JsonLayout LAYOUT =
      new JsonLayout(List.of("logEvents", "events"), List.of("message", "@message"), List.of());

  private static final int HEAD_LINES = 200;

  private static final Pattern EXPORT_TIME =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ");

  /// Takes messages.
  public interface Taker {
    /// A line of the content; a message may go on in the next one.
    void line(Line line);

    /// A message that is whole; it may have several lines.
    default void message(Line message) {
      line(message);
      ended();
    }

    /// What comes next belongs to another message.
    default void ended() {}
  }

  private Messages() {}

  /// The first messages of a head.
  public static List<String> of(Head head) {
    var json = JsonHead.of(head, LAYOUT);
    if (!json.texts().isEmpty()) {
      return json.texts();
    }
    List<String> lines = new ArrayList<>();
    for (var line : TextLines.head(head, HEAD_LINES)) {
      lines.add(withoutExportTime(line));
    }
    return lines;
  }

  public static void read(InputStream content, LogSink sink, Taker to) throws IOException {
    var in = new PushbackInputStream(content, 1);
    var first = in.read();
    while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
      first = in.read();
    }
    if (first >= 0) {
      in.unread(first);
    }
    if (first == '{') {
      JsonRecords.read(in, LAYOUT, new Unwrapping(sink, to));
    } else {
      lines(in, sink, to);
    }
    to.ended();
  }

  /// Bytes that are not UTF-8 are replaced, not refused: a statement in an old encoding still tells
  /// who ran it.
  private static void lines(InputStream in, LogSink sink, Taker to) throws IOException {
    Lines.read(
        in,
        new Lines.Visitor() {
          @Override
          public void line(
              byte[] buffer, int from, int end, long number, long offset, boolean ended) {
            var text = Utf8.strict(buffer, from, end);
            if (text == null) {
              sink.note("some lines are not valid UTF-8; their odd bytes were replaced");
              text = new String(buffer, from, end - from, StandardCharsets.UTF_8);
            }
            if (!text.isBlank()) {
              exported(new Line(number, offset, text, ""), to);
            }
          }

          @Override
          public void tooLong(long number, long offset, byte[] sample) {
            to.ended();
            sink.undecodable(
                number, offset, "line longer than " + Lines.MAX_LINE + " bytes", sample);
          }
        });
  }

  private static void exported(Line line, Taker to) {
    var text = withoutExportTime(line.text());
    if (text.length() != line.text().length()) {
      to.ended();
    }
    to.line(line.with(text));
  }

  private static String withoutExportTime(String line) {
    var matcher = EXPORT_TIME.matcher(line);
    return matcher.find() ? line.substring(matcher.end()) : line;
  }

  private static final class Unwrapping implements JsonVisitor {
    private final LogSink sink;
    private final Taker to;
    private String group = "";

    private Unwrapping(LogSink sink, Taker to) {
      this.sink = sink;
      this.to = to;
    }

    @Override
    public void envelope(String key, JsonObject keysBefore) {
      group = keysBefore.text("logGroup");
    }

    @Override
    public void text(String message, long number, long offset) {
      to.message(new Line(number, offset, message.stripTrailing(), group));
    }

    @Override
    public void record(JsonObject record, long number, long offset) {
      record.refuse(sink, "no log message [an object with message]");
    }

    @Override
    public void undecodable(long number, long offset, String reason, byte[] sample) {
      sink.undecodable(number, offset, reason, sample);
    }

    @Override
    public void note(String text) {
      sink.note(text);
    }
  }
}
