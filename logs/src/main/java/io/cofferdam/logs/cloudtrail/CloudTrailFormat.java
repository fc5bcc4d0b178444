package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// CloudTrail events in every shape in which they travel: log files (`{"Records":[..]}`), arrays,
/// JSON lines with fields in any order and `@timestamp` for `eventTime` (log shippers), EventBridge
/// envelopes, CloudWatch Logs subscriptions and exports, `lookup-events` answers, CloudTrail Lake
/// `eventData`.
///
/// Record contents:
///
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
public final class CloudTrailFormat implements LogFormat {
  static final JsonLayout LAYOUT =
      new JsonLayout(
          List.of("Records", "Events", "logEvents"),
          List.of("detail", "message", "@message", "CloudTrailEvent", "eventData"),
          List.of("eventName", "eventVersion"));

  /// As many as there were threads that read at once.
  private final Queue<Memory> unused = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "cloudtrail";
  }

  @Override
  public Recognition recognise(Head head) {
    var shown = JsonHead.of(head, LAYOUT);
    if (shown.has("eventSource", "eventName")
        || shown.has("eventVersion", "eventCategory", "awsRegion")
        || shown.has("eventVersion", "insightDetails")) {
      return Recognition.CERTAIN;
    }
    return shown.container().equals("Records") && shown.records().isEmpty() && head.whole()
        ? Recognition.POSSIBLE
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var memory = unused.poll();
    if (memory == null) {
      memory = Memory.empty();
    }
    var decoder = new CloudTrailDecoder(input.number(), sink, memory.words(), memory.callers());
    JsonRecords.read(content, LAYOUT, JsonVisitor.to(sink, decoder::decode));
    unused.add(memory);
  }

  /// Words and callers that were seen: a trail comes in thousands of small files with the same
  // ones.
  private record Memory(Words words, Callers callers) {
    static Memory empty() {
      var words = new Words();
      return new Memory(words, new Callers(words));
    }
  }
}
