package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks gzip (RFC 1952) with all its members. What cannot be unpacked ends the content with what
/// came before kept, and is told.
///
/// Not `GZIPInputStream`: it looks for a next member only when the stream below says that bytes are
/// available, so it silently loses members of streams that cannot say, and it silently drops what
/// follows the last member.
final class Gunzip extends InputStream {
  private final InputStream in;
  private final Trouble trouble;
  private final Limit limit;
  private final LongSupplier outermost;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[1 << 16];
  private int at;
  private int end;
  private long packedBytes;
  private long unpackedBytes;
  private long memberBytes;
  private boolean inMember;
  private boolean ended;
  private long members;

  /// @param maxBytes bytes that may be unpacked; beyond `ratioFreeBytes` also at most `maxRatio`
  ///     times the packed ones
  record Limit(long maxBytes, int maxRatio, long ratioFreeBytes) {}

  /// The layer that holds no other: its ratio is to its own packed bytes.
  Gunzip(InputStream in, Limit limit, Trouble trouble) {
    this.in = in;
    this.limit = limit;
    this.trouble = trouble;
    this.outermost = () -> packedBytes;
  }

  /// A layer inside another. Its ratio is to the packed bytes of the outermost one, else layers
  /// that each stay within the ratio would multiply it.
  Gunzip(PeekedSource in, Gunzip outermost, Limit limit, Trouble trouble) {
    this.in = in;
    this.limit = limit;
    this.trouble = trouble;
    this.outermost = outermost.outermost;
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
    try {
      while (!ended) {
        if (!inMember && !startMember()) {
          return end();
        }
        var n = inflater.inflate(to, from, length);
        if (n > 0) {
          return counted(to, from, n);
        }
        if (inflater.finished()) {
          endMember();
        } else if (inflater.needsDictionary()) {
          throw new DataFormatException("preset dictionary");
        } else if (!fill()) {
          trouble.cutShort(
              "truncated gzip: the packed data ends inside member "
                  + members
                  + "; what came before is kept");
          return end();
        } else {
          inflater.setInput(packed, at, end - at);
        }
      }
    } catch (DataFormatException e) {
      trouble.cutShort(
          "broken gzip near packed byte "
              + (packedBytes - (end - at))
              + "; what came before is kept, the rest is lost");
      // what this call unpacked before the damage stands in `to` already
      var good = (int) Math.min(length, inflater.getBytesWritten() - memberBytes);
      if (good > 0) {
        counted(to, from, good);
      }
      end();
      return good > 0 ? good : -1;
    }
    return -1;
  }

  private int counted(byte[] to, int from, int n) {
    crc.update(to, from, n);
    memberBytes += n;
    unpackedBytes += n;
    if (unpackedBytes > limit.maxBytes) {
      trouble.cutShort("unpacking stopped at the limit of " + limit.maxBytes + " bytes");
      end();
    } else if (unpackedBytes > limit.ratioFreeBytes
        && unpackedBytes / limit.maxRatio > outermost.getAsLong()) {
      trouble.cutShort(
          "unpacking stopped after "
              + unpackedBytes
              + " bytes: packed more than "
              + limit.maxRatio
              + " to 1, as only a decompression bomb is");
      end();
    }
    return n;
  }

  private int end() {
    ended = true;
    inflater.end();
    return -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(packed, 0, packed.length));
    packedBytes += end;
    return end > 0;
  }

  private int next() throws IOException {
    return at < end || fill() ? packed[at++] & 0xff : -1;
  }

  /// Reads a member's header; false when there is no further member.
  private boolean startMember() throws IOException {
    var padding = members > 0;
    int b;
    do {
      b = next();
    } while (padding && b == 0); // tape padding, allowed by gzip itself
    if (b < 0) {
      return false;
    }
    if (b != 0x1f || next() != 0x8b || next() != 8) {
      trouble.cutShort("bytes that are not gzip follow gzip member " + members + "; not read");
      return false;
    }
    members++;
    var flags = next();
    var ok = flags >= 0 && skip(6);
    if (ok && (flags & 4) != 0) {
      var low = next();
      var high = next();
      ok = high >= 0 && skip(low | (high << 8));
    }
    ok = ok && ((flags & 8) == 0 || skipText()) && ((flags & 16) == 0 || skipText());
    ok = ok && ((flags & 2) == 0 || skip(2));
    if (!ok) {
      trouble.cutShort("truncated gzip: the packed data ends inside a header");
      return false;
    }
    inflater.reset();
    inflater.setInput(packed, at, end - at);
    crc.reset();
    memberBytes = 0;
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    inMember = false;
    at = end - inflater.getRemaining();
    var sum = word();
    var size = word();
    if (size < 0) {
      trouble.cutShort("truncated gzip: the checksum of member " + members + " is missing");
      end();
    } else if (sum != crc.getValue() || size != (memberBytes & 0xffffffffL)) {
      trouble.cutShort(
          "gzip member " + members + " does not match its checksum: its content is damaged");
    }
  }

  /// Four bytes, lowest first, or -1.
  private long word() throws IOException {
    var value = 0L;
    for (var shift = 0; shift < 32; shift += 8) {
      var b = next();
      if (b < 0) {
        return -1;
      }
      value |= (long) b << shift;
    }
    return value;
  }

  private boolean skip(int bytes) throws IOException {
    for (var i = 0; i < bytes; i++) {
      if (next() < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean skipText() throws IOException {
    int b;
    do {
      b = next();
    } while (b > 0);
    return b == 0;
  }

  @Override
  public void close() throws IOException {
    end();
    in.close();
  }
}
