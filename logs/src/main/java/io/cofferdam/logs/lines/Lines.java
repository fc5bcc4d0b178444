package io.cofferdam.logs.lines;

import io.cofferdam.logs.spi.Head;
import io.cofferdam.logs.spi.LogSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Splits a content into lines without ever holding more than one. Lines longer than
/// [#MAX_LINE] bytes are passed over and counted; bytes that are not UTF-8 become U+FFFD and are
/// noted; empty lines are left out.
public final class Lines {
  public static final int MAX_LINE = 4 << 20;

  private static final int SAMPLE = 4096;

  private final LogSink sink;
  private final Consumer<Line> to;
  private byte[] held = new byte[8192];
  private int length;
  private boolean tooLong;
  private long number;
  private long start;

  private Lines(LogSink sink, Consumer<Line> to) {
    this.sink = sink;
    this.to = to;
  }

  /// Reads to the end. A last line without end of line counts.
  public static void read(InputStream in, LogSink sink, Consumer<Line> to) throws IOException {
    var lines = new Lines(sink, to);
    var buffer = new byte[1 << 16];
    var offset = 0L;
    for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      var from = 0;
      for (var i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          lines.hold(buffer, from, i);
          lines.line();
          from = i + 1;
          lines.start = offset + from;
        }
      }
      lines.hold(buffer, from, n);
      offset += n;
    }
    lines.line();
  }

  /// The lines of a head, the last perhaps cut off.
  public static List<String> of(Head head) {
    var text = new String(head.bytes(), 0, head.length(), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (var line : text.split("\n", 200)) {
      var clean = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      if (!clean.isBlank()) {
        lines.add(clean);
      }
    }
    return lines;
  }

  private void hold(byte[] from, int begin, int end) {
    var more = end - begin;
    if (length + more > MAX_LINE) {
      more = Math.max(0, Math.min(more, SAMPLE - length));
      tooLong = true;
    }
    if (length + more > held.length) {
      held = Arrays.copyOf(held, Math.max(length + more, held.length * 2));
    }
    System.arraycopy(from, begin, held, length, more);
    length += more;
  }

  private void line() {
    if (tooLong) {
      number++;
      sink.undecodable(
          number,
          start,
          "line longer than the limit of " + MAX_LINE + " bytes",
          Arrays.copyOf(held, Math.min(length, SAMPLE)));
    } else {
      var end = length > 0 && held[length - 1] == '\r' ? length - 1 : length;
      var text = new String(held, 0, end, StandardCharsets.UTF_8);
      if (!text.isBlank()) {
        number++;
        if (text.indexOf('\ufffd') >= 0) {
          sink.note("some lines are not valid UTF-8; their odd bytes were replaced");
        }
        to.accept(new Line(number, start, text, ""));
      }
    }
    length = 0;
    tooLong = false;
    if (held.length > 1 << 20) {
      held = new byte[8192];
    }
  }
}
