package io.cofferdam.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// An answer that ends by an error where it is larger than any answer is: a page of a list has some
/// MiB at most, and all of it is kept in memory.
final class BoundedAnswer extends FilterInputStream {
  static final long MOST = 32L << 20;

  private final Runnable told;
  private long left = MOST;

  /// @param told is run before the error is thrown
  BoundedAnswer(InputStream in, Runnable told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    var read = super.read(to, at, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      told.run();
      throw new IOException("the answer is larger than " + MOST + " bytes");
    }
  }
}
