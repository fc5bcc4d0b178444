package io.cofferdam.logs.bedrock;

import io.cofferdam.logs.json.JsonHead;
import io.cofferdam.logs.json.JsonLayout;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.json.JsonRecords;
import io.cofferdam.logs.json.JsonVisitor;
import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ModelInvocation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Bedrock model invocation logs, from S3 (lines, gz) or CloudWatch Logs. Prompts and answers are
/// never decoded; what is kept is how many tokens they had and where they lie: the S3 path, or
/// [#INLINE] where the log itself holds them.
///
/// Shape: https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
public final class BedrockFormat implements LogFormat {
  /// The text stands in the log record itself, so whoever read the log has read it.
  public static final String INLINE = "inline";

  private static final JsonLayout LAYOUT =
      JsonLayout.of(List.of(), List.of("schemaType", "modelId"));

  @Override
  public String name() {
    return "bedrock-invocations";
  }

  @Override
  public Recognition recognise(Head head) {
    var shown = JsonHead.of(head, LAYOUT);
    return shown.has("schemaType", "modelId", "requestId")
            || shown.has("schemaType", "schemaVersion", "timestamp", "accountId", "identity")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    JsonRecords.read(
        content, LAYOUT, JsonVisitor.to(sink, record -> decode(record, input.number(), sink)));
  }

  private static void decode(JsonObject invocation, int input, LogSink sink) {
    var time = invocation.instant("timestamp");
    if (!invocation.text("schemaType").equals("ModelInvocationLog") || time == null) {
      invocation.refuse(sink, "no model invocation [schemaType ModelInvocationLog and timestamp]");
      return;
    }
    var in = invocation.object("input");
    var out = invocation.object("output");
    sink.event(
        new ModelInvocation(
            new EventRef(input, invocation.number(), invocation.text("requestId")),
            time,
            invocation.text("accountId"),
            invocation.text("region"),
            invocation.text("requestId"),
            invocation.text("operation"),
            invocation.text("modelId"),
            invocation.object("identity").text("arn"),
            in.number("inputTokenCount", -1),
            out.number("outputTokenCount", -1),
            storedAt(in, "input"),
            storedAt(out, "output")));
  }

  /// Also for pictures and films (`outputVideoS3Path`): any key that ends so.
  private static String storedAt(JsonObject side, String prefix) {
    for (var i = 0; i < side.size(); i++) {
      if (side.key(i).startsWith(prefix) && side.key(i).endsWith("S3Path")) {
        return side.text(i);
      }
    }
    return side.has(prefix + "BodyJson") ? INLINE : "";
  }
}
