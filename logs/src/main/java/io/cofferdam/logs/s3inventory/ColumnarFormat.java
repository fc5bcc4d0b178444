package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Names ORC and Parquet files, in which inventories may also be made, and says that they are not
/// read.
public final class ColumnarFormat implements LogFormat {
  private final String name;
  private final String title;
  private final String magic;

  private ColumnarFormat(String name, String title, String magic) {
    this.name = name;
    this.title = title;
    this.magic = magic;
  }

  public static ColumnarFormat parquet() {
    return new ColumnarFormat("parquet", "Parquet", "PAR1");
  }

  public static ColumnarFormat orc() {
    return new ColumnarFormat("orc", "ORC", "ORC");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Recognition recognise(Head head) {
    var bytes = magic.getBytes(StandardCharsets.US_ASCII);
    if (head.length() < bytes.length) {
      return Recognition.NO;
    }
    for (var i = 0; i < bytes.length; i++) {
      if (head.bytes()[i] != bytes[i]) {
        return Recognition.NO;
      }
    }
    return Recognition.CERTAIN;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    sink.undecodable(
        1,
        0,
        title + " is not read [the same inventory or log as CSV or JSON]",
        content.readNBytes(64));
    content.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
