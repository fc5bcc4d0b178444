package io.cofferdam.logs.s3usage;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.Csv;
import io.cofferdam.logs.text.IsoTime;
import io.cofferdam.logs.text.TextLines;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.resource.ResourceId;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The AWS usage report as CSV: `Service, Operation, UsageType, Resource, StartTime, EndTime,
/// UsageValue`, times in UTC as `03/01/26 10:00:00` (month first) or ISO 8601. Rows of other
/// services and rows without a bucket are passed over.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/aws-usage-report.html
public final class S3UsageFormat implements LogFormat {
  /// The format's name in reports.
  public static final String NAME = "s3-usage-report";

  private static final List<String> HEADER =
      List.of(
          "service", "operation", "usagetype", "resource", "starttime", "endtime", "usagevalue");
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MM/dd/uu HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recognition recognise(Head head) {
    return TextLines.head(head, 1).stream().anyMatch(S3UsageFormat::isHeader)
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  private static boolean isHeader(String line) {
    var fields = Csv.split(line.toLowerCase(Locale.ROOT));
    return HEADER.equals(fields);
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    TextLines.read(
        content,
        sink,
        (line, number) -> {
          if (isHeader(line)) {
            return "";
          }
          var fields = Csv.split(line);
          if (fields == null || fields.size() < HEADER.size()) {
            return "not a row of a usage report [7 fields]";
          }
          return row(fields, new EventRef(input.number(), number, ""), sink);
        });
  }

  private static String row(List<String> fields, EventRef ref, LogSink sink) {
    var start = time(fields.get(4));
    var end = time(fields.get(5));
    if (start == null || end == null || end.isBefore(start)) {
      return "usage row without valid times [03/01/26 10:00:00]";
    }
    if (!fields.get(0).equals("AmazonS3") || fields.get(3).isEmpty()) {
      sink.passedOver("", "", start);
      return "";
    }
    var amount = amount(fields.get(6));
    if (amount < 0) {
      return "usage row without an amount [a number]";
    }
    sink.event(
        new HourlyUsage(
            ref,
            start,
            end,
            ResourceId.bucket(fields.get(3)),
            fields.get(1),
            fields.get(2),
            amount));
    return "";
  }

  /// Rounded up, so that it stays an upper limit; -1 where it is no number.
  private static long amount(String text) {
    if (text.length() > 24 || !text.matches("[0-9]+([.][0-9]+)?(E[0-9]{1,2})?")) {
      return -1;
    }
    var value = new BigDecimal(text).setScale(0, RoundingMode.CEILING);
    return value.precision() > 18 ? -1 : value.longValueExact();
  }

  private static @Nullable Instant time(String text) {
    var iso = IsoTime.parse(text);
    if (iso != null) {
      return iso;
    }
    try {
      var pattern = text.length() == 17 ? SHORT : LONG;
      return LocalDateTime.parse(text, pattern).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
