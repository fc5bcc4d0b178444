package io.cofferdam.posture.snapshot;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The lines of a text that anybody may have written; a line of any length does not fill memory.
final class BoundedLines implements AutoCloseable {
  private final Reader text;
  private final int most;
  private final char[] read = new char[1 << 16];
  private int at;
  private int end;

  /// A line is longer than any is.
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(int most) {
      super("a line is longer than " + most + " characters");
    }
  }

  /// @param most how many characters a line may have
  BoundedLines(Reader text, int most) {
    this.text = text;
    this.most = most;
  }

  /// The next line without its end, or null.
  @Nullable String next() throws IOException {
    var line = new StringBuilder();
    while (at < end || more()) {
      var from = at;
      while (at < end && read[at] != '\n') {
        at++;
      }
      line.append(read, from, at - from);
      if (line.length() > most) {
        throw new TooLong(most);
      }
      if (at < end) {
        at++;
        return line.toString();
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  private boolean more() throws IOException {
    at = 0;
    end = text.read(read);
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
