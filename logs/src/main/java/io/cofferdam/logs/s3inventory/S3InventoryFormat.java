package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.Csv;
import io.cofferdam.logs.text.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// An S3 inventory as CSV. It has no header; its columns are named by the manifest beside it. Where
/// that was not read before, they are guessed from what the fields hold, and that is noted. A
/// header line is taken where there is one.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html
public final class S3InventoryFormat implements LogFormat {
  private final InventorySchemas schemas;

  public S3InventoryFormat(InventorySchemas schemas) {
    this.schemas = schemas;
  }

  @Override
  public String name() {
    return "s3-inventory";
  }

  @Override
  public Recognition recognise(Head head) {
    var lines = TextLines.head(head, 8);
    if (lines.isEmpty()) {
      return Recognition.NO;
    }
    var first = Csv.split(lines.get(0));
    if (first != null && InventoryColumns.isHeader(first)) {
      return Recognition.CERTAIN;
    }
    var rows =
        lines.stream()
            .map(Csv::split)
            .filter(fields -> fields != null && InventoryColumns.looksLikeRow(fields))
            .count();
    if (rows * 2 <= lines.size()) {
      return Recognition.NO;
    }
    return schemas.of(head.path()) == null ? Recognition.POSSIBLE : Recognition.CERTAIN;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    var named = schemas.of(input.path());
    if (named == null) {
      sink.note(
          "no manifest of this inventory was read before it: columns are taken from a header line"
              + " or guessed");
    }
    var columns = new InventoryColumns[] {named == null ? null : InventoryColumns.named(named)};
    TextLines.read(
        content,
        sink,
        (line, number) -> {
          var fields = Csv.split(line);
          if (fields == null) {
            return "not a CSV row [closed quotes]";
          }
          if (number == 1 && InventoryColumns.isHeader(fields)) {
            columns[0] = InventoryColumns.named(fields);
            return "";
          }
          return row(columns[0], fields, input.number(), number, sink);
        });
  }

  private static String row(
      @org.jspecify.annotations.Nullable InventoryColumns known,
      List<String> fields,
      int input,
      long number,
      LogSink sink) {
    if (known == null && !InventoryColumns.looksLikeRow(fields)) {
      return "not an inventory row [bucket, key, ..]";
    }
    var columns = known == null ? InventoryColumns.guessed(fields) : known;
    var object = columns.object(fields, input, number);
    if (object == null) {
      return "not an inventory row [bucket, key, ..]";
    }
    sink.event(object);
    return "";
  }
}
