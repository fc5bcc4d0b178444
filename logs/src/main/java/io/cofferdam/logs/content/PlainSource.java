package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;

/// The bytes as given. A failure of the stream below is told once and then is the end.
final class PlainSource extends InputStream {
  private final InputStream in;
  private final Trouble trouble;
  private long count;
  private boolean ended;

  PlainSource(InputStream in, Trouble trouble) {
    this.in = in;
    this.trouble = trouble;
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      try {
        var n = in.read(to, from, length);
        if (n > 0) {
          count += n;
          return n;
        }
        ended = n < 0;
      } catch (IOException | RuntimeException e) { // archive readers throw both on broken input
        ended = true;
        var why = e.getMessage();
        trouble.cutShort(
            "the input breaks off after " + count + " bytes" + (why == null ? "" : ": " + why));
      }
    }
    return -1;
  }
}
