package io.cofferdam.app.soak;

import io.cofferdam.logs.LogReader;
import io.cofferdam.logs.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Any bytes as a log of any format. Every byte is read, nothing is lost in silence, and how the
/// bytes come in pieces does not matter.
public final class LogsTarget implements FuzzTarget {
  private static final LogsTarget ONLY = new LogsTarget();
  private static final int DRIPPED_AT_MOST = 16 << 10;

  public static void fuzzerTestOneInput(byte[] input) {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public void feed(byte[] input) {
    var result = WatchedReading.of(new ByteArrayInputStream(input), "input");
    if (!isGzip(input)) {
      Finding.unless(
          result.contentBytes() == input.length,
          "bytes told " + result.contentBytes() + " of " + input.length);
      Finding.unless(
          !result.whole() || result.contentSha256().equals(sha256(input)),
          "the hash is not that of the content");
    }
    notSilent(input, result);
    // how much comes out of a damaged gzip before its damage depends on the pieces
    if ((result.whole() || !isGzip(input))
        && input.length <= DRIPPED_AT_MOST
        && Arrays.hashCode(input) % 4 == 0) {
      var dripped = WatchedReading.of(new Drip(input), "input");
      Finding.unless(
          dripped.equals(result), "read in pieces it comes to something else: " + result.format());
    }
  }

  /// A recognised content of text lines gives something for what is in it.
  private static void notSilent(byte[] input, ReadResult result) {
    var records = result.events() + result.passedOver() + result.undecodable();
    Finding.unless(
        records > 0
            || !result.notes().isEmpty()
            || result.format().equals(LogReader.EMPTY)
            || mayHoldNothing(input),
        "nothing was told of a content of format " + result.format());
  }

  /// JSON with empty lists, headers without lines: formats have ways of holding no record. Many
  /// lines are none of them.
  private static boolean mayHoldNothing(byte[] input) {
    var lines = 0;
    for (var b : input) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines < 8 || isGzip(input) || input[0] == '{' || input[0] == '[';
  }

  static boolean isGzip(byte[] input) {
    return input.length > 1 && input[0] == 0x1f && input[1] == (byte) 0x8b;
  }

  static String sha256(byte[] input) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Gives the bytes in small pieces of changing size.
  private static final class Drip extends InputStream {
    private final byte[] bytes;
    private int at;
    private int size = 1;

    private Drip(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (length == 0) {
        return 0;
      }
      if (at >= bytes.length) {
        return -1;
      }
      size = size * 5 % 211 + 1;
      var n = Math.min(Math.min(size, length), bytes.length - at);
      System.arraycopy(bytes, at, to, from, n);
      at += n;
      return n;
    }
  }
}
