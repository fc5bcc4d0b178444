package io.cofferdam.logs.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Splits a content into lines in constant memory: a line longer than the limit is passed over
/// without being held. Lines end with LF or CR LF; empty ones are left out but counted.
public final class Lines {
  /// The longest line that is held, in bytes.
  public static final int MAX_LINE = 1 << 20;

  private static final int SAMPLE = 4096;

  private Lines() {}

  /// Takes lines in order.
  public interface Visitor {
    /// One line: bytes `from` to `to` (exclusive) of a buffer that is used again.
    ///
    /// @param number of the line, from 1
    /// @param offset of its first byte in the content
    /// @param ended false when the content ends without a line end behind it
    void line(byte[] buffer, int from, int to, long number, long offset, boolean ended);

    /// A line longer than the limit.
    void tooLong(long number, long offset, byte[] sample);
  }

  /// Reads all lines.
  public static void read(InputStream in, Visitor visitor) throws IOException {
    read(in, MAX_LINE, visitor);
  }

  public static void read(InputStream in, int maxLine, Visitor visitor) throws IOException {
    var buf = new byte[Math.min(maxLine, 1 << 16)];
    var start = 0;
    var limit = 0;
    var base = 0L;
    var number = 1L;
    var skipping = false;
    while (true) {
      if (limit == buf.length) {
        if (start > 0) {
          System.arraycopy(buf, start, buf, 0, limit - start);
          base += start;
          limit -= start;
          start = 0;
        } else if (buf.length < maxLine) {
          buf = Arrays.copyOf(buf, Math.min(maxLine, buf.length * 2));
        } else {
          if (!skipping) {
            visitor.tooLong(number, base, Arrays.copyOf(buf, Math.min(limit, SAMPLE)));
          }
          skipping = true;
          base += limit;
          limit = 0;
        }
      }
      var n = in.read(buf, limit, buf.length - limit);
      if (n < 0) {
        break;
      }
      var end = limit + n;
      for (var at = limit; at < end; at++) {
        if (buf[at] == '\n') {
          if (!skipping) {
            line(visitor, buf, start, at, number, base + start, true);
          }
          skipping = false;
          number++;
          start = at + 1;
        }
      }
      limit = end;
    }
    if (!skipping) {
      line(visitor, buf, start, limit, number, base + start, false);
    }
  }

  private static void line(
      Visitor visitor, byte[] buf, int from, int to, long number, long offset, boolean ended) {
    var end = to > from && buf[to - 1] == '\r' ? to - 1 : to;
    if (end > from) {
      visitor.line(buf, from, end, number, offset, ended);
    }
  }
}
