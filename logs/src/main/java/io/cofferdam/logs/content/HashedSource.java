package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and hashes (SHA-256) what is read through it.
final class HashedSource extends InputStream {
  private final InputStream in;
  private final MessageDigest digest;
  private long count;

  HashedSource(InputStream in) {
    this.in = in;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    var n = in.read(to, from, length);
    if (n > 0) {
      digest.update(to, from, n);
      count += n;
    }
    return n;
  }

  long count() {
    return count;
  }

  /// The hash of all that was read; the stream is not to be read after this.
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
