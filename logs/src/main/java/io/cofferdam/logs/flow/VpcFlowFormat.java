package io.cofferdam.logs.flow;

import io.cofferdam.logs.lines.Line;
import io.cofferdam.logs.lines.Messages;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.NetworkFlow;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// VPC flow logs as plain text: with a header line as S3 delivery writes it (any fields, any
/// order), without one in the default format as CloudWatch Logs delivers it. A custom format
/// without header cannot be known: its lines are undecodable and say so.
///
/// Format: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
public final class VpcFlowFormat implements LogFormat {
  private static final Pattern DEFAULT_LINE =
      Pattern.compile(
          "2 (\\d{12}|unknown) eni-\\w+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\d{9,11} \\d{9,11}"
              + " (ACCEPT|REJECT|-) (OK|NODATA|SKIPDATA)\\s*");

  @Override
  public String name() {
    return "vpc-flow";
  }

  @Override
  public Recognition recognise(Head head) {
    for (var line : Messages.of(head)) {
      var header = FlowHeader.of(line);
      if (header != null && flows(header)) {
        return Recognition.CERTAIN;
      }
      if (DEFAULT_LINE.matcher(line).matches()) {
        return Recognition.CERTAIN;
      }
    }
    return Recognition.NO;
  }

  private static boolean flows(FlowHeader header) {
    return header.fields().contains("start")
        || header.fields().contains("interface-id")
        || header.fields().contains("log-status")
        || header.fields().contains("srcaddr");
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var flows = new Flows(input.number(), sink);
    Messages.read(content, sink, flows);
    if (!flows.any) {
      sink.note("a header of flow logs without any flow");
    }
  }

  /// Takes lines under the header that was read last.
  private static final class Flows implements Messages.Taker {
    private final int input;
    private final LogSink sink;
    private FlowHeader header = FlowHeader.DEFAULT;
    private boolean any;

    Flows(int input, LogSink sink) {
      this.input = input;
      this.sink = sink;
    }

    @Override
    public void line(Line line) {
      var named = FlowHeader.of(line.text());
      if (named != null) {
        header = named;
      } else {
        any = true;
        decode(line, header, input, sink);
      }
    }
  }

  private static void decode(Line line, FlowHeader header, int input, LogSink sink) {
    var values = line.text().strip().split("[ \t]+", -1);
    if (values.length != header.fields().size()) {
      line.refuse(
          sink,
          "flow log line with "
              + values.length
              + " fields ["
              + header.fields().size()
              + " as the header, or else the default format, says]");
      return;
    }
    var status = header.field("log-status", values);
    var start = seconds(header.field("start", values));
    var end = seconds(header.field("end", values));
    if (start == null && end == null) {
      line.refuse(sink, "flow log line without time [start or end in seconds since 1970]");
      return;
    }
    var from = start == null ? end : start;
    var until = end == null ? start : end;
    if (from == null || until == null || until.isBefore(from)) {
      line.refuse(sink, "flow log line that ends before it starts");
      return;
    }
    sink.event(
        new NetworkFlow(
            new EventRef(input, line.number(), ""),
            from,
            until,
            header.field("account-id", values),
            header.field("interface-id", values),
            address(header, values, "pkt-srcaddr", "srcaddr"),
            address(header, values, "pkt-dstaddr", "dstaddr"),
            (int) number(header.field("srcport", values)),
            (int) number(header.field("dstport", values)),
            (int) number(header.field("protocol", values)),
            number(header.field("packets", values)),
            number(header.field("bytes", values)),
            header.field("action", values),
            status.isEmpty() ? "OK" : status,
            header.field("flow-direction", values)));
  }

  /// The packet's own address where it is logged: behind a gateway the other one is the gateway's.
  private static String address(FlowHeader header, String[] values, String own, String seen) {
    var address = header.field(own, values);
    return address.isEmpty() ? header.field(seen, values) : address;
  }

  private static @Nullable Instant seconds(String text) {
    var seconds = number(text);
    return seconds > 0 && seconds < 100_000_000_000L ? Instant.ofEpochSecond(seconds) : null;
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }
}
