package io.cofferdam.logs.spi;

import java.io.IOException;
import java.io.InputStream;

/// One format of log: recognises its own by content and reads it as a stream.
public interface LogFormat {

  /// The format's name in reports: `cloudtrail`, `s3-server-access`, ...
  String name();

  /// Whether the content that starts with `head` (already unpacked, at most 64 KiB) is of this
  /// format. The path is a last hint for contents that do not tell, never proof.
  Recognition recognise(Head head);

  /// Reads the whole content. Records that cannot be decoded go to [LogSink#undecodable] and
  /// reading goes on; an I/O error of the stream (truncated archive, broken gzip) is noted by
  /// [LogSink#note] and ends the reading normally, with all records before it delivered.
  void read(LogInput input, InputStream content, LogSink sink) throws IOException;
}
