package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;

/// A stream whose first bytes can be looked at before they are read.
final class PeekedSource extends InputStream {
  private final InputStream in;
  private final byte[] head;
  private int length;
  private int at;
  private boolean whole;

  /// Reads up to `size` bytes ahead.
  PeekedSource(InputStream in, int size) throws IOException {
    this.in = in;
    this.head = new byte[size];
    while (length < size) {
      var n = in.read(head, length, size - length);
      if (n < 0) {
        whole = true;
        break;
      }
      length += n;
    }
  }

  byte[] head() {
    return head;
  }

  int length() {
    return length;
  }

  /// Whether the stream holds no more than what was read ahead.
  boolean whole() {
    return whole;
  }

  boolean startsWith(int... bytes) {
    if (length < bytes.length) {
      return false;
    }
    for (var i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// Passes over the first `bytes` of what was read ahead.
  void drop(int bytes) {
    at += bytes;
  }

  @Override
  public int read() throws IOException {
    return at < length ? head[at++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] to, int from, int wanted) throws IOException {
    if (at < length) {
      var n = Math.min(wanted, length - at);
      System.arraycopy(head, at, to, from, n);
      at += n;
      return n;
    }
    return whole ? -1 : in.read(to, from, wanted);
  }
}
