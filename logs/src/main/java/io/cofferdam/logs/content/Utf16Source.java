package io.cofferdam.logs.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-16 as UTF-8. Halves of pairs become U+FFFD and are told.
final class Utf16Source extends InputStream {
  private final InputStream in;
  private final Trouble trouble;
  private final CharsetDecoder decoder;
  private final ByteBuffer raw = ByteBuffer.allocate(1 << 15);
  private final CharBuffer chars = CharBuffer.allocate(1 << 14);
  private ByteBuffer out = ByteBuffer.allocate(0);
  private boolean ended;
  private long replaced;

  Utf16Source(InputStream in, Charset charset, Trouble trouble) {
    this.in = in;
    this.trouble = trouble;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
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
    while (!out.hasRemaining()) {
      if (ended) {
        return -1;
      }
      decode();
    }
    var n = Math.min(length, out.remaining());
    out.get(to, from, n);
    return n;
  }

  private void decode() throws IOException {
    var n = in.read(raw.array(), raw.position(), raw.remaining());
    var last = n < 0;
    if (!last) {
      raw.position(raw.position() + n);
    }
    raw.flip();
    chars.clear();
    while (true) {
      var result = decoder.decode(raw, chars, last);
      if (result.isError()) {
        raw.position(raw.position() + result.length());
        chars.put('\ufffd');
        replaced++;
      } else {
        break;
      }
    }
    raw.compact();
    chars.flip();
    out = StandardCharsets.UTF_8.encode(chars);
    if (last) {
      ended = true;
      if (replaced > 0) {
        trouble.note("UTF-16 with " + replaced + " invalid places, each replaced by U+FFFD");
      }
    }
  }
}
