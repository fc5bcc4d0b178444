package io.cofferdam.logs.config;

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
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.EventRef;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// AWS Config: history and snapshot files, change notifications (SNS, EventBridge), answers of
/// `get-resource-config-history` and `batch-get-resource-config`.
///
/// Files write `configuration` as an object, the API as text; both become the same JSON text, and
/// so do the values of `supplementaryConfiguration`, which the API encodes up to twice. A
/// notification of an oversized item carries no configuration: the item is given with an empty one.
///
/// Shapes: https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html and
/// example-config-snapshot-history.html, oversized-notification-example.html of the same guide
/// (the double encoding is unchecked).
public final class ConfigFormat implements LogFormat {
  private static final JsonLayout LAYOUT =
      new JsonLayout(
          List.of("configurationItems", "baseConfigurationItems", "logEvents"),
          List.of("detail", "Message", "message", "configurationItem", "configurationItemSummary"),
          List.of("configurationItemStatus", "configurationItemCaptureTime"));

  @Override
  public String name() {
    return "aws-config";
  }

  @Override
  public Recognition recognise(Head head) {
    var shown = JsonHead.of(head, LAYOUT);
    return shown.has("configurationItemCaptureTime", "resourceType")
            || shown.has("configurationItemStatus", "resourceType")
            || shown.envelope().contains("configSnapshotId")
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    JsonRecords.read(
        content, LAYOUT, JsonVisitor.to(sink, record -> decode(record, input.number(), sink)));
  }

  private static void decode(JsonObject item, int input, LogSink sink) {
    var time = time(item);
    var type = item.text("resourceType");
    if (time == null || type.isEmpty()) {
      item.refuse(sink, "no configuration item [resourceType and configurationItemCaptureTime]");
      return;
    }
    var name = item.text("resourceId");
    sink.event(
        new ConfigurationItem(
            new EventRef(input, item.number(), item.text("configurationStateId")),
            time,
            first(item, "awsAccountId", "accountId"),
            item.text("awsRegion"),
            type,
            name.isEmpty() ? item.text("resourceName") : name,
            first(item, "ARN", "arn"),
            item.text("configurationItemStatus"),
            PlainJson.of(item.json("configuration")),
            PlainJson.ofValues(item.json("supplementaryConfiguration"))));
  }

  private static String first(JsonObject item, String one, String other) {
    return item.text(one).isEmpty() ? item.text(other) : item.text(one);
  }

  /// ISO 8601, or seconds since 1970 with a fraction as version 1 of the command line writes.
  private static @Nullable Instant time(JsonObject item) {
    var iso = item.instant("configurationItemCaptureTime");
    if (iso != null) {
      return iso;
    }
    var text = item.text("configurationItemCaptureTime");
    if (text.isEmpty() || text.length() > 20) {
      return null;
    }
    try {
      var seconds = Double.parseDouble(text);
      return seconds > 0 && seconds < 1e11 ? Instant.ofEpochMilli((long) (seconds * 1000)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
