package io.cofferdam.logs.s3access;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogFormat;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.spi.Recognition;
import io.cofferdam.logs.text.TextLines;
import java.io.IOException;
import java.io.InputStream;

/// Amazon S3 server access logs: one request per line, fields separated by spaces, some in quotes
/// that may hold quotes themselves, later fields missing in older lines.
///
/// These logs are delivered on a best-effort basis and never prove completeness:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
public final class S3AccessFormat implements LogFormat {
  @Override
  public String name() {
    return "s3-server-access";
  }

  @Override
  public Recognition recognise(Head head) {
    return TextLines.head(head, 8).stream().anyMatch(line -> S3AccessLine.split(line) != null)
        ? Recognition.CERTAIN
        : Recognition.NO;
  }

  @Override
  public void read(LogInput input, InputStream content, LogSink sink) throws IOException {
    TextLines.read(
        content,
        sink,
        (line, number) -> {
          var fields = S3AccessLine.split(line);
          if (fields == null) {
            return "not an S3 server access log line [owner bucket \\[time] address requester ..]";
          }
          var access = fields.toAccess(input.number(), number);
          if (access == null) {
            return "S3 server access log line without a valid time [06/Feb/2019:00:00:38 +0000]";
          }
          sink.event(access);
          return "";
        });
  }
}
