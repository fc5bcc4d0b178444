package io.cofferdam.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stream of which the first bytes were looked at. Closing it leaves the stream below open.
final class Prefixed extends InputStream {
  private final byte[] head;
  private final InputStream rest;
  private final @Nullable IOException broken;
  private int at;

  private Prefixed(byte[] head, InputStream rest, @Nullable IOException broken) {
    this.head = head;
    this.rest = rest;
    this.broken = broken;
  }

  /// Looks at the first bytes. Where the stream breaks among them, those before the break are kept
  /// and the failure is thrown behind them.
  static Prefixed of(InputStream in, int length) {
    var head = new byte[length];
    var filled = 0;
    try {
      for (var n = 0; n >= 0 && filled < length; filled += Math.max(n, 0)) {
        n = in.read(head, filled, length - filled);
      }
      return new Prefixed(Arrays.copyOf(head, filled), in, null);
    } catch (IOException e) {
      return new Prefixed(Arrays.copyOf(head, filled), in, e);
    } catch (RuntimeException e) { // archive readers throw these on damaged input
      return new Prefixed(Arrays.copyOf(head, filled), in, new IOException(Reading.message(e), e));
    }
  }

  byte[] head() {
    return head;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (at == head.length && broken != null) {
      throw broken;
    }
    if (at == head.length) {
      return rest.read(to, from, length);
    }
    var n = Math.min(length, head.length - at);
    System.arraycopy(head, at, to, from, n);
    at += n;
    return n;
  }
}
