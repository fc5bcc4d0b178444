package io.cofferdam.evidence.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that fails once it has given more bytes than it may.
final class LimitedStream extends FilterInputStream {
  private long left;
  private final String name;

  LimitedStream(InputStream in, long most, String name) {
    super(in);
    this.left = most;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    left -= Math.max(read, 0);
    if (left < 0) {
      throw new IOException("`" + name + "` unpacks to more than a pack file may have");
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
