package io.cofferdam.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Counts and hashes what is taken from a stream below an archive reader, and limits what the
/// reader may take for its own headers.
final class Metered extends FilterInputStream {
  private final MessageDigest sha256 = Hashes.sha256();
  private long count;
  private long allowance = Long.MAX_VALUE;
  private boolean ended;

  Metered(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /// From here on at most so many bytes may be taken, until the next call.
  void allow(long bytes) {
    allowance = bytes;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (allowance <= 0) {
      throw new IOException("member header larger than the limit");
    }
    var n = super.read(to, from, length);
    ended |= n < 0;
    if (n > 0) {
      count += n;
      allowance -= n;
      sha256.update(to, from, n);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    var buffer = new byte[(int) Math.min(Math.max(n, 1), 1 << 16)];
    var skipped = 0L;
    while (skipped < n) {
      var got = read(buffer, 0, (int) Math.min(buffer.length, n - skipped));
      if (got < 0) {
        break;
      }
      skipped += got;
    }
    return skipped;
  }

  /// One as long as there may be more, so that gzip readers look for the next part of a
  /// concatenation.
  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Takes what is left, so that count and hash are those of the whole.
  void drain() throws IOException {
    allow(Long.MAX_VALUE);
    var buffer = new byte[1 << 16];
    while (read(buffer, 0, buffer.length) >= 0) {
      // counted and hashed on the way
    }
  }

  String sha256() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// The stream below belongs to somebody else.
  @Override
  public void close() {}
}
