package io.cofferdam.logs.flow;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Apache Parquet, in which flow logs can be delivered. It is not read: the file is named as
/// undecodable, so that nobody takes its flows for absent.
public final class ParquetFormat implements LogFormat {
  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public Recognition recognise(Head head) {
    var magic = new byte[] {'P', 'A', 'R', '1'};
    return head.length() > 8 && Arrays.equals(head.bytes(), 0, 4, magic, 0, 4)
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    sink.undecodable(
        1,
        0,
        "Parquet is not read [flow logs as text; convert the file, or export them as text]",
        content.readNBytes(64));
    content.transferTo(java.io.OutputStream.nullOutputStream());
  }
}
